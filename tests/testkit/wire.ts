import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * The line between a browser and a platform, which a story can cut and mend. It keeps its address while what stands at its
 * end is started anew on another port.
 */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private whole = true;

  private constructor(
    private readonly server: Server,
    /** Where the platform is now. */
    private readonly target: () => string,
  ) {}

  static async lay(target: () => string): Promise<Wire> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const wire = new Wire(server, target);
    server.on('connection', (near) => wire.carry(near));
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends every connection and takes no other. */
  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.whole = true;
  }

  async take(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(near: Socket): void {
    if (!this.whole) {
      near.destroy();
      return;
    }
    const { hostname, port } = new URL(this.target());
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      // Whichever end goes, the other goes with it: an error is the way in which that is told.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}
