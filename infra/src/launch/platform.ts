import fs from 'node:fs';
import path from 'node:path';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import { PROJECT_DIR } from './config';

export interface SubgraphState {
  name: SubgraphName;
  state: 'running' | 'starting' | 'stopped';
  /** Its process when it has one of its own. */
  pid: number | null;
}

/** Single subgraphs, stopped and started while the rest goes on. */
export interface SubgraphSwitch {
  list(): SubgraphState[];
  /** Stops one; a stopped one is left as it is. */
  stop(name: SubgraphName): Promise<void>;
  /** Starts one and waits until it answers; a running one is left as it is. */
  start(name: SubgraphName): Promise<void>;
}

/** A running platform, whichever way it runs. */
export interface Platform {
  mode: 'together' | 'apart';
  /** Where the gateway answers: `http://host:port`. */
  url: string;
  /** Where the subgraphs listen when they run apart. */
  subgraphUrls: Partial<Record<SubgraphName, string>>;
  subgraphs: SubgraphSwitch;
  /** True when every subgraph has answered through the gateway. */
  ready(): Promise<boolean>;
  /** Ends gateway and subgraphs, in about a second each at most. */
  stop(): Promise<void>;
  /** Ends them at once. */
  abandon(): void;
}

/** The composed graph that the gateway serves. @throws when it has not been composed */
export function readSupergraph(): string {
  return fs.readFileSync(path.join(PROJECT_DIR, 'gateway', 'schema', 'supergraph.graphql'), 'utf8');
}

/** The built dashboard; null when it has not been built. */
export function dashboardDir(): string | null {
  const dir = path.join(PROJECT_DIR, 'dashboard', 'dist');
  return fs.existsSync(path.join(dir, 'index.html')) ? dir : null;
}

/**
 * Whether the gateway is to hand out the demo's tokens: on the loopback address, also with NODE_ENV=production, because what we
 * start there is a platform of one's own. Elsewhere it decides by its own settings (undefined).
 */
export const wantsDevIssuer = (host: string): true | undefined =>
  ['127.0.0.1', '::1', 'localhost'].includes(host) ? true : undefined;

/** Waits until the platform answers. @returns false when it has not within so many milliseconds, or the wait is given up */
export async function waitUntilReady(platform: Platform, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (!signal?.aborted) {
    if (await platform.ready()) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
