import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to what passes: it goes through, or it is swallowed without a word, or connections are refused. */
export type ProxyMood = 'open' | 'black hole' | 'refusing';

/** Stands between two processes and fails as a network does. */
export class TcpProxy {
  private mood: ProxyMood = 'open';
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async start(target: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(target));
    await proxy.listen(0);
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async become(mood: ProxyMood): Promise<void> {
    const was = this.mood;
    this.mood = mood;
    if (mood === 'refusing') return this.close();
    if (was === 'refusing') await this.listen(this.port);
    // What a black hole has swallowed does not come out again: those connections are lost.
    if (was === 'black hole' && mood === 'open') this.cut();
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    this.cut();
    if (server !== null) await new Promise((resolve) => server.close(resolve));
  }

  private cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private listen(port: number): Promise<void> {
    const server = createServer((client) => this.pass(client));
    this.server = server;
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        this.port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  private pass(client: Socket): void {
    const far = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [client, far],
      [far, client],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (chunk) => {
        if (this.mood === 'open') to.write(chunk);
      });
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => to.destroy());
    }
  }
}
