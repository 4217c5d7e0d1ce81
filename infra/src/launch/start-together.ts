import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { systemClock } from '@sightline/kit/time/clock';
import type { RunningSubgraph } from '@sightline/kit/server/start-subgraph';
import type { Keys } from './home';
import { loadManifest } from './manifests';
import { dashboardDir, readSupergraph, wantsDevIssuer, type Platform, type SubgraphState } from './platform';
import { prefixed, type Log } from './progress';
import { atMost } from './shutdown';
import { switchablePort } from './switchable-port';

export interface PlatformOptions {
  host: string;
  /** 0 lets the system choose. */
  port: number;
  databaseUrls: Record<SubgraphName, string>;
  keys: Keys;
  log: Log;
  /** Gives up a start that is under way. */
  cancel?: AbortSignal;
}

/** How long an orderly end may take before it is given up: the whole platform has 5 s, PostgreSQL included. */
const STOP_MS = 900;

/** Starts gateway and subgraphs in this process; calls between them stay in it. */
export async function startTogether(options: PlatformOptions): Promise<Platform> {
  const { keys, log } = options;
  const { startSubgraph } = await import('@sightline/kit/server/start-subgraph');
  const { Bulks } = await import('@sightline/kit/server/bulks');
  const bulks = new Bulks();
  const switches = byName(switchablePort);
  const ports = byName((name): SubgraphPort => switches[name].port);
  const running = new Map<SubgraphName, RunningSubgraph>();
  const changes = new Map<SubgraphName, Promise<void>>();

  const start = async (name: SubgraphName): Promise<void> => {
    if (running.has(name)) return;
    const manifest = await loadManifest(name);
    options.cancel?.throwIfAborted();
    const subgraph = await startSubgraph(manifest, {
      databaseUrl: options.databaseUrls[name],
      signingKeys: keys.signing,
      cursorKey: keys.cursor,
      clock: systemClock,
      upstream: (upstream) => ports[upstream],
      bulks,
      log,
    });
    running.set(name, subgraph);
    switches[name].connect(subgraph.port);
  };
  const stop = async (name: SubgraphName): Promise<void> => {
    const subgraph = running.get(name);
    if (!subgraph) return;
    // Nobody reaches it from now on; what it is doing it may finish.
    switches[name].connect(null);
    running.delete(name);
    await subgraph.stop();
  };
  /** One change of a subgraph at a time, in the order asked for. */
  const inTurn = (name: SubgraphName, change: (name: SubgraphName) => Promise<void>): Promise<void> => {
    const next = (changes.get(name) ?? Promise.resolve()).then(
      () => change(name),
      () => change(name),
    );
    changes.set(name, next);
    return next;
  };
  const stopAll = async (): Promise<void> => {
    const ended = await atMost(STOP_MS, Promise.allSettled(SUBGRAPH_NAMES.map((name) => inTurn(name, stop))));
    if (!ended) log('the subgraphs did not end in time; what they had begun is rolled back');
  };

  try {
    await Promise.all(SUBGRAPH_NAMES.map((name) => inTurn(name, start)));
    // Loading the gateway takes a second in which nobody looks at the clock.
    options.cancel?.throwIfAborted();
    const { startGateway } = await import('@sightline/gateway/main');
    options.cancel?.throwIfAborted();
    const gateway = await startGateway({
      host: options.host,
      port: options.port,
      supergraphSdl: readSupergraph(),
      ports,
      signingKeys: keys.signing,
      keysDir: keys.dir,
      dashboardDir: dashboardDir(),
      devIssuer: wantsDevIssuer(options.host),
      clock: systemClock,
      log: prefixed(log, 'gateway'),
    });
    return {
      mode: 'together',
      url: gateway.url,
      subgraphUrls: {},
      subgraphs: {
        list: () =>
          SUBGRAPH_NAMES.map((name): SubgraphState => ({
            name,
            state: running.has(name) ? 'running' : 'stopped',
            pid: null,
          })),
        stop: (name) => inTurn(name, stop),
        start: (name) => inTurn(name, start),
      },
      ready: () => gateway.ready(),
      stop: async () => {
        await atMost(STOP_MS, gateway.stop());
        await stopAll();
      },
      abandon: () => undefined,
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** A record with an entry for each subgraph. */
export function byName<Entry>(make: (name: SubgraphName) => Entry): Record<SubgraphName, Entry> {
  return Object.fromEntries(SUBGRAPH_NAMES.map((name) => [name, make(name)])) as Record<SubgraphName, Entry>;
}
