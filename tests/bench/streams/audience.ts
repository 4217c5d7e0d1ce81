import type { RemoteProcess } from './remote-process';
import type { Stage } from './stage';

/** How one event went out to all subscribers of a variant. */
export interface Broadcast {
  /** Milliseconds until half of them, 99 of 100 and all had it. */
  p50: number;
  p99: number;
  last: number;
  /** Processor time of the serving processes for each message, in microseconds. */
  cpuUs: number;
}

/** A variant with its subscribers. */
export class Audience {
  private constructor(
    readonly name: string,
    readonly size: number,
    private readonly clients: RemoteProcess,
    /** Makes the event happen. */
    private readonly source: RemoteProcess,
    private readonly serving: readonly RemoteProcess[],
  ) {}

  /** @param serving  the processes whose work is counted; the first is what clients connect to */
  static async gather(
    stage: Stage,
    name: string,
    size: number,
    query: string,
    source: RemoteProcess,
    serving: readonly RemoteProcess[],
  ): Promise<Audience> {
    const clients = await stage.start('./clients.process.ts');
    const port = await serving[0]!.call<number>('port');
    await clients.call('connect', stage.tokens(size), { port, query });
    return new Audience(name, size, clients, source, serving);
  }

  async broadcast(): Promise<Broadcast> {
    const before = await this.cpuMs();
    await this.clients.call('expect');
    const arrived = this.clients.call<Omit<Broadcast, 'cpuUs'>>('arrived');
    const at = await this.source.call<number>('emit');
    const { p50, p99, last } = await arrived;
    const cpuMs = (await this.cpuMs()) - before;
    return { p50: p50 - at, p99: p99 - at, last: last - at, cpuUs: (cpuMs * 1_000) / this.size };
  }

  /** The frame of the last event, base64. */
  frame(): Promise<string> {
    return this.clients.call('frame');
  }

  async leave(): Promise<void> {
    await this.clients.kill();
  }

  private async cpuMs(): Promise<number> {
    const used = await Promise.all(this.serving.map((one) => one.call<number>('cpuMs')));
    return used.reduce((sum, ms) => sum + ms, 0);
  }
}
