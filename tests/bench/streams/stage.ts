import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Principals } from '../federation/principals';
import { RemoteProcess } from './remote-process';
import type { GatewayInput } from './sightline.process';
import { supergraph } from './stream-schema';

/** Subgraphs, an issuer of tokens and a folder: what every variant of a stream bench stands on. */
export class Stage {
  private readonly started: RemoteProcess[] = [];

  private constructor(
    readonly subgraphs: RemoteProcess,
    private readonly principals: Principals,
    private readonly scratch: string,
    private readonly urls: GatewayInput['urls'],
  ) {}

  static async open(): Promise<Stage> {
    const scratch = await mkdtemp(path.join(tmpdir(), 'sightline streams '));
    await writeFile(path.join(scratch, 'supergraph.graphql'), supergraph());
    const subgraphs = await RemoteProcess.start('./subgraphs.process.ts');
    const principals = await Principals.start();
    return new Stage(subgraphs, principals, scratch, await subgraphs.call('urls'));
  }

  tokens(count: number): string[] {
    return this.principals.tokens(count);
  }

  /** What a gateway is started with. */
  gatewayInput(port = 0): GatewayInput {
    return { urls: this.urls, issuer: this.principals.issuer, scratch: this.scratch, port };
  }

  async start(script: string, input: unknown = null): Promise<RemoteProcess> {
    const remote = await RemoteProcess.start(script, input);
    this.started.push(remote);
    return remote;
  }

  /** Ends everything that was started; the subgraphs stay. */
  async startAgain(): Promise<void> {
    // Those started last first: clients go before what they are connected to.
    for (const remote of this.started.splice(0).reverse()) await remote.kill();
  }

  async close(): Promise<void> {
    await this.startAgain();
    await this.subgraphs.kill();
    await this.principals.stop();
    await rm(this.scratch, { recursive: true });
  }
}
