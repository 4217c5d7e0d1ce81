import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';

/** A port that stays the same while the subgraph behind it is stopped and started. */
export interface SwitchablePort {
  port: SubgraphPort;
  /** Connects a running subgraph; null: nobody answers, as when a process is gone. */
  connect(target: SubgraphPort | null): void;
}

/** Makes the port that callers keep. Without a subgraph behind it each call fails as a refused connection does. */
export function switchablePort(name: SubgraphName): SwitchablePort {
  let target: SubgraphPort | null = null;
  return {
    port: {
      name,
      send: async (path, body, headers, signal) => {
        if (target === null) throw Object.assign(new Error(`${name} is stopped`), { code: 'ECONNREFUSED' });
        return target.send(path, body, headers, signal);
      },
      subscribe: (body, headers, signal) => {
        if (target === null) throw Object.assign(new Error(`${name} is stopped`), { code: 'ECONNREFUSED' });
        return target.subscribe(body, headers, signal);
      },
    },
    connect: (next) => {
      target = next;
    },
  };
}
