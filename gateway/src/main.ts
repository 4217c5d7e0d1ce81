// First: it switches Apollo's telemetry off before anything of Apollo's is loaded.
import { readGatewayConfig } from './config';
import type { GatewayConfig } from './config';
import type { SigningKeys } from '@sightline/contracts/signed-call';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import { Authenticator, oidcIssuer } from './actor';
import { DevIssuer } from './dev-issuer';
import { GraphQLEndpoint } from './graphql-endpoint';
import { Callers } from './guards/callers';
import { Guards } from './guards/guards';
import { manifestOf, readTrustedDocuments } from './guards/trusted-documents';
import { HttpServer } from './http';
import { jsonLog } from './log';
import { GatewayMetrics } from './metrics';
import { GraphQLServer } from './server';
import { staticSite } from './static-site';
import { SubgraphSources } from './subgraph-sources';
import { SubscriptionDesk } from './subscriptions/subscription-desk';
import type { Patience } from './subscriptions/upstream';
import { GraphQLSockets } from './transports/graphql-ws';
import { HttpStreams } from './transports/http-streams';
import { Sessions } from './transports/sessions';

/** A subgraph that takes longer to answer `{ __typename }` is not ready. */
const READY_WITHIN_MS = 2_000;

export interface GatewayOptions {
  /** Address to bind to, e.g. 127.0.0.1. */
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The text of schema/supergraph.graphql. */
  supergraphSdl: string;
  /** How each subgraph is reached, in this process or over HTTP. */
  ports: Readonly<Record<SubgraphName, SubgraphPort>>;
  signingKeys: SigningKeys;
  /** Where the dev issuer keeps its key. */
  keysDir: string;
  /** The built dashboard; null: a plain page stands in. */
  dashboardDir: string | null;
  clock: { now(): Date };
  /** Gets one JSON object a line. */
  log: (line: string) => void;
  /**
   * True: the demo's issuer of tokens is wanted (the launcher of a local demo says so). What the environment says
   * (SIGHTLINE_DEV_ISSUER, SIGHTLINE_OIDC_ISSUER) goes before. Left out: on, except with NODE_ENV=production.
   */
  devIssuer?: boolean;
  /** Default: read from the environment. */
  config?: GatewayConfig;
  /** How long streams of subgraphs are waited for. Default: as in production. */
  patience?: Patience;
  /** A client of a stream that takes nothing for this long is cut off; in milliseconds. Default: as in production. */
  stuckMs?: number;
}

export interface RunningGateway {
  /** e.g. http://127.0.0.1:4000 */
  url: string;
  /** True when every subgraph answers through the gateway. */
  ready(): Promise<boolean>;
  /** Ends within 2 s: accepts nothing more, lets what has begun end. */
  stop(): Promise<void>;
  /**
   * Goes on with another supergraph: requests that have begun end with the former one; streams are planned anew and go on
   * behind their last event, except those whose operation the new schema does not have.
   * @throws when the text is no supergraph of the subgraphs known here; nothing has changed then
   */
  reload(supergraphSdl: string): Promise<void>;
}

/**
 * Starts the gateway.
 * @throws when the settings are not usable, nobody could sign in, the supergraph can't be loaded or the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const config = options.config ?? readGatewayConfig();
  const { clock, signingKeys, ports } = options;
  const log = jsonLog(options.log, clock);

  const devIssuer = wantsDevIssuer(config, options.devIssuer)
    ? DevIssuer.open(options.host, options.keysDir, clock, config.production)
    : null;
  const issuers = [...(devIssuer ? [devIssuer.trust] : []), ...(config.oidc ? [oidcIssuer(config.oidc)] : [])];
  if (issuers.length === 0) {
    throw new Error(
      'Nobody could sign in: name your issuer of tokens in SIGHTLINE_OIDC_ISSUER and SIGHTLINE_OIDC_AUDIENCE, ' +
        'or set SIGHTLINE_DEV_ISSUER=on for a demo on this machine.',
    );
  }

  const metrics = new GatewayMetrics(() => http.requestsInFlight);
  const sources = new SubgraphSources(ports, { signingKeys, clock, log, metrics });
  const serverOf = (supergraphSdl: string): GraphQLServer =>
    new GraphQLServer({ supergraphSdl, sources, production: config.production, log, metrics });
  let server = serverOf(options.supergraphSdl);
  const authenticator = new Authenticator(issuers, clock);
  const { deadlines, production } = config;
  const trusted = readTrustedDocuments([...manifestOf(options.dashboardDir), ...config.trustedDocuments]);
  const callers = new Callers(config.allowances);
  const guardsOf = (supergraphSdl: string): Guards =>
    new Guards({ schema: server.operations.planner.schemas.api, supergraphSdl, trusted, callers });
  let guards = guardsOf(options.supergraphSdl);
  const desk = new SubscriptionDesk({
    operations: server.operations,
    guards,
    ports,
    sources,
    signingKeys,
    deadlines,
    clock,
    log,
    metrics,
    patience: options.patience,
    stuckMs: options.stuckMs,
  });
  const sessions = new Sessions(authenticator, clock);
  const sockets = new GraphQLSockets({ desk, sessions, production, log, metrics });
  const streams = new HttpStreams({ desk, sessions, metrics });
  const stopStreams = async (): Promise<void> => {
    sessions.stop();
    desk.stop();
    streams.stop();
    await sockets.stop();
  };
  const silentSubgraphs = sharedWhileAsked(() => sources.silent(READY_WITHIN_MS));
  const http = new HttpServer({
    graphql: new GraphQLEndpoint({
      get server() {
        return server;
      },
      get guards() {
        return guards;
      },
      authenticator,
      deadlines,
      clock,
      metrics,
      streams,
    }),
    streams,
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    authenticator,
    devIssuer,
    site: staticSite(options.dashboardDir),
    metrics,
    silentSubgraphs,
    log,
  });

  await server.start();
  try {
    const url = await http.listen(options.host, options.port);
    log.info('the gateway listens', { url, devIssuer: devIssuer !== null, oidc: config.oidc?.issuer ?? null });
    return {
      url,
      ready: async () => (await silentSubgraphs()).length === 0,
      stop: async () => {
        await Promise.all([stopStreams(), http.stop()]);
        await server.stop();
      },
      reload: async (supergraphSdl) => {
        const next = serverOf(supergraphSdl);
        await next.start();
        const former = server;
        server = next;
        guards = guardsOf(supergraphSdl);
        desk.reload(next.operations, guards);
        // What it has begun may take as long as a request may.
        setTimeout(() => void former.stop(), deadlines.mutationMs).unref();
        log.info('the supergraph was loaded anew');
      },
    };
  } catch (thrown) {
    await stopStreams();
    await server.stop();
    throw thrown;
  }
}

function wantsDevIssuer(config: GatewayConfig, asked: boolean | undefined): boolean {
  if (config.devIssuer !== 'default') return config.devIssuer === 'on';
  // Where people sign in elsewhere, an issuer that asks nothing would be a way around it.
  if (config.oidc !== null) return false;
  return asked ?? !config.production;
}

/** Whoever asks while an answer is on its way gets the same answer: a readiness probe can't be made into a flood. */
function sharedWhileAsked<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let running: Promise<Answer> | null = null;
  return () => (running ??= ask().finally(() => (running = null)));
}
