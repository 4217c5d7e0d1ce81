/** What the tests of graphql-ws start in place of the library's own server: Sightline's sockets. See stream-protocols.ts. */
import { EventEmitter } from 'node:events';
import { WebSocketServer, type WebSocket } from 'ws';
import { needsHooks, startProtocolServer, suiteFixtures } from './protocol-server';

/** What happened, kept until somebody waits for it. */
class Happenings<What> {
  private readonly kept: What[] = [];
  private readonly bell = new EventEmitter();

  add(what: What): void {
    this.kept.push(what);
    this.bell.emit('more');
  }

  readonly wait = (test?: (what: What) => void, expireMs?: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (): void => {
        const what = this.kept.shift()!;
        try {
          test?.(what);
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      if (this.kept.length > 0) return done();
      this.bell.once('more', done);
      if (expireMs === undefined) return;
      setTimeout(() => {
        this.bell.off('more', done);
        resolve();
      }, expireMs);
    });
}

const clientOf = (socket: WebSocket): object => ({
  socket,
  send: (data: string) => socket.send(data),
  onMessage(hear: (message: string) => void) {
    const listener = (data: Buffer): void => hear(data.toString());
    socket.on('message', listener);
    return () => socket.off('message', listener);
  },
  close: (code?: number, reason?: string) => socket.close(code, reason),
});

const leftovers: (() => Promise<void>)[] = [];
process.once('beforeExit', () => void Promise.all(leftovers.map((stop) => stop())));

export async function startWSTServer(options: Record<string, unknown> = {}): Promise<object> {
  const { schema, pong } = await suiteFixtures();
  const { schema: asked, connectionInitWaitTimeout: _ours, ...hooks } = options;
  if (Object.keys(hooks).length > 0 || (asked !== undefined && asked !== schema)) throw needsHooks(options);
  const server = await startProtocolServer(schema);
  const [clients, closes] = [new Happenings<object>(), new Happenings<void>()];
  const [connects, operations, completes] = [new Happenings<object>(), new Happenings<void>(), new Happenings<void>()];
  const webSockets = (server.sockets as unknown as { server: WebSocketServer }).server;
  const upgrade = webSockets.handleUpgrade.bind(webSockets);
  webSockets.handleUpgrade = (request, socket, head, opened) =>
    upgrade(request, socket, head, (one, asking) => {
      clients.add(clientOf(one));
      one.once('close', () => closes.add());
      opened(one, asking);
    });
  const sockets = server.sockets as unknown as { signIn: (context: object) => Promise<boolean> };
  const signIn = sockets.signIn.bind(sockets);
  sockets.signIn = async (context) => {
    const isIn = await signIn(context);
    if (isIn) connects.add(context);
    return isIn;
  };
  const join = server.desk.join.bind(server.desk);
  server.desk.join = (...given) => {
    const leave = join(...given);
    operations.add();
    return () => {
      leave();
      completes.add();
    };
  };
  let isStopped = false;
  const dispose = async (beNice?: boolean): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    if (beNice !== true) for (const socket of webSockets.clients) socket.terminate();
    await server.stop();
  };
  leftovers.push(dispose);
  return {
    url: `ws://127.0.0.1:${server.port}/graphql`,
    server: webSockets,
    getClients: () => Array.from(webSockets.clients, clientOf),
    pong,
    waitForClient: clients.wait,
    waitForClientClose: closes.wait,
    waitForConnect: connects.wait,
    waitForOperation: operations.wait,
    waitForComplete: completes.wait,
    dispose,
  };
}

/** No server of ours: the tests of the library's client want one that says nothing by itself. */
export async function startRawServer(): Promise<object> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/raw' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const dispose = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of server.clients) socket.terminate();
      server.close(() => resolve());
    });
  leftovers.push(dispose);
  return { url: `ws://127.0.0.1:${address.port}/raw`, server, dispose };
}
