import path from 'node:path';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import {} from '../postgres/error-code';
import { childEnvironment, PROJECT_DIR } from './config';
import { freePorts } from './free-ports';
import type { Platform, SubgraphState } from './platform';
import { superviseProcess } from './process-supervisor';
import { byName, type PlatformOptions } from './start-together';

/** Starts gateway and subgraphs as processes of their own, which call each other over HTTP on the loopback address. */
export async function startApart(options: PlatformOptions & { homeDir: string }): Promise<Platform> {
  const { host, homeDir, log } = options;
  const [gatewayPort, ...subgraphPorts] = await freePorts(SUBGRAPH_NAMES.length + 1);
  const port = options.port === 0 ? gatewayPort : options.port;
  const urls = Object.fromEntries(
    SUBGRAPH_NAMES.map((name, index) => [name, `http://127.0.0.1:${subgraphPorts[index]}`]),
  ) as Record<SubgraphName, string>;
  const told = Object.fromEntries(SUBGRAPH_NAMES.map((name) => [`${name.toUpperCase()}_URL`, urls[name]]));

  const subgraphs = byName((name) =>
    superviseProcess({
      name,
      script: compiled('subgraph-process.js'),
      args: [name],
      env: childEnvironment({
        ...told,
        SIGHTLINE_HOME: homeDir,
        SIGHTLINE_SUBGRAPH_HOST: '127.0.0.1',
        SIGHTLINE_SUBGRAPH_PORT: new URL(urls[name]).port,
        [`${name.toUpperCase()}_DATABASE_URL`]: options.databaseUrls[name],
      }),
      log,
    }),
  );
  const gateway = superviseProcess({
    name: 'gateway',
    script: compiled('gateway-process.js'),
    args: [],
    env: childEnvironment({ ...told, SIGHTLINE_HOME: homeDir, SIGHTLINE_HOST: host, SIGHTLINE_PORT: String(port) }),
    log,
  });
  const processes = [gateway, ...SUBGRAPH_NAMES.map((name) => subgraphs[name])];
  const stop = async (): Promise<void> => {
    await gateway.stop();
    await Promise.all(SUBGRAPH_NAMES.map((name) => subgraphs[name].stop()));
  };

  options.cancel?.throwIfAborted();
  // While they load their code they listen to nobody; what a migration had begun is rolled back.
  const abandon = (): void => processes.forEach((one) => one.abandon());
  options.cancel?.addEventListener('abort', abandon, { once: true });
  try {
    await Promise.all(processes.map((one) => one.start()));
  } catch (error) {
    await stop();
    throw error;
  } finally {
    options.cancel?.removeEventListener('abort', abandon);
  }
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    mode: 'apart',
    url,
    subgraphUrls: urls,
    subgraphs: {
      list: () =>
        SUBGRAPH_NAMES.map((name): SubgraphState => ({ name, state: subgraphs[name].state, pid: subgraphs[name].pid })),
      stop: (name) => subgraphs[name].stop(),
      start: (name) => subgraphs[name].start(),
    },
    ready: () => answers(`${url}/readyz`),
    stop,
    abandon,
  };
}

/** Children run what was built, also when this file runs from its source in a test. */
const compiled = (file: string): string => path.join(PROJECT_DIR, 'infra', 'dist', 'launch', file);

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Whatever keeps it from answering, it is not ready.
    return false;
  }
}
