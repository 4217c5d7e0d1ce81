import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { Authenticator } from './actor';
import { answerDevIssuer } from './dev-issuer-endpoint';
import type { DevIssuer } from './dev-issuer';
import type { GraphQLEndpoint } from './graphql-endpoint';
import { send, sendJson } from './http-body';
import { describeThrown } from './log';
import type { GatewayLog } from './log';
import type { GatewayMetrics } from './metrics';
import { answerSignOut } from './sign-out-endpoint';
import { SECURITY_HEADERS } from './static-site';
import type { StaticSite } from './static-site';
import type { HttpStreams } from './transports/http-streams';

/** In-flight requests get this long at a stop; whoever stops us gives 2 s for everything. */
const DRAIN_MS = 1_500;

export interface HttpOptions {
  graphql: GraphQLEndpoint;
  /** Answers those requests to /graphql that ask for a stream. */
  streams: Pick<HttpStreams, 'takes' | 'answer'>;
  /** Takes over a connection to /graphql that becomes a WebSocket. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Told when somebody's rights have ended. */
  authenticator: Authenticator;
  /** Null: tokens come from elsewhere, and there is nothing under /dev. */
  devIssuer: DevIssuer | null;
  site: StaticSite;
  metrics: GatewayMetrics;
  /** Subgraphs that do not answer. */
  silentSubgraphs: () => Promise<readonly SubgraphName[]>;
  log: GatewayLog;
}

/** The one port of the platform. */
export class HttpServer {
  private readonly server: Server;
  private draining = false;
  private inFlight = 0;

  constructor(private readonly options: HttpOptions) {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((thrown: unknown) => this.fail(response, thrown));
    });
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = (request.url ?? '/').split('?')[0];
      if (path === '/graphql') return this.options.upgrade(request, socket, head);
      socket.once('error', () => socket.destroy());
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    });
    // Longer than the idle time of usual clients and proxies, so that it is they who close and no request falls between.
    this.server.keepAliveTimeout = 75_000;
    this.server.headersTimeout = 10_000;
    this.server.requestTimeout = 60_000;
  }

  /** Requests that have come and are not answered yet. */
  get requestsInFlight(): number {
    return this.inFlight;
  }

  /**
   * @param port 0 takes a free one
   * @returns the address, e.g. http://127.0.0.1:4000
   * @throws the system's error (EADDRINUSE, EACCES) when the port can't be had
   */
  async listen(host: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    const { port: bound } = this.server.address() as AddressInfo;
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
    return `http://${name}:${bound}`;
  }

  /** Accepts nothing more, lets what has begun end, and cuts off what has not ended after 1.5 s. */
  async stop(): Promise<void> {
    this.draining = true;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const cut = setTimeout(() => this.server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(cut);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedMs = performance.now();
    const target = request.url ?? '/';
    const question = target.indexOf('?');
    const path = question < 0 ? target : target.slice(0, question);
    const route = routeOf(path);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (this.draining) response.setHeader('connection', 'close');
    this.inFlight += 1;
    let isDone = false;
    const done = (): void => {
      if (isDone) return;
      isDone = true;
      this.inFlight -= 1;
      this.options.metrics.requestDone(route, response.statusCode, performance.now() - startedMs);
    };
    response.once('close', () => {
      done();
      // Its connection is idle from the next turn on, and nobody may send a request on it any more.
      if (this.draining) setImmediate(() => this.server.closeIdleConnections());
    });

    const { devIssuer, graphql, metrics, site, streams } = this.options;
    switch (route) {
      case '/graphql': {
        const search = question < 0 ? '' : target.slice(question);
        await (streams.takes(request, search) ? streams : graphql).answer(request, response, search);
        // What goes on is a stream. It has been begun, and is counted among the streams from here on.
        if (!response.writableEnded) done();
        return;
      }
      case '/healthz':
        return sendJson(response, 200, { status: 'alive' });
      case '/readyz':
        return this.answerReadiness(response);
      case '/metrics':
        return send(response, 200, metrics.contentType, await metrics.text());
      case '/dev':
        if (devIssuer) return answerDevIssuer(devIssuer, path, request, response);
        return sendJson(response, 404, { error: { code: 'NOT_FOUND', message: 'The dev issuer is off here.' } });
      case '/oidc/backchannel-logout':
        return answerSignOut(this.options.authenticator, request, response);
      case 'site':
        return site(request, response);
    }
  }

  private async answerReadiness(response: ServerResponse): Promise<void> {
    const silent = this.draining ? null : await this.options.silentSubgraphs();
    if (silent === null) return sendJson(response, 503, { ready: false, reason: 'stopping' });
    if (silent.length > 0) return sendJson(response, 503, { ready: false, silentSubgraphs: silent });
    sendJson(response, 200, { ready: true });
  }

  private fail(response: ServerResponse, thrown: unknown): void {
    this.options.log.error('a request failed', {
      requestId: response.getHeader('x-request-id'),
      ...describeThrown(thrown),
    });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const extensions = { code: 'INTERNAL_SERVER_ERROR', traceId: response.getHeader('x-request-id') };
    sendJson(
      response,
      500,
      { errors: [{ message: 'Something went wrong on our side.', extensions }] },
      { connection: 'close' },
    );
  }
}

type Route = '/graphql' | '/healthz' | '/readyz' | '/metrics' | '/dev' | '/oidc/backchannel-logout' | 'site';

/** Few names, whatever is asked: they are labels of the metrics as well. */
function routeOf(path: string): Route {
  switch (path) {
    case '/graphql':
    case '/healthz':
    case '/readyz':
    case '/metrics':
    case '/oidc/backchannel-logout':
      return path;
    case '/dev/token':
    case '/dev/personas':
      return '/dev';
    default:
      return 'site';
  }
}
