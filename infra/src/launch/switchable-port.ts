import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { LocalSubgraphPort } from '@sightline/contracts/subgraph-port';

/** A port that stays the same while the subgraph behind it is stopped and started. */
export interface SwitchablePort {
  port: LocalSubgraphPort;
  /** Connects a running subgraph; null: nobody answers, as when a process is gone. */
  connect(target: LocalSubgraphPort | null): void;
}

/** Makes the port that callers keep. Without a subgraph behind it each call fails as a refused connection does. */
export function switchablePort(name: SubgraphName): SwitchablePort {
  let target: LocalSubgraphPort | null = null;
  const connected = (): LocalSubgraphPort => {
    if (target === null) throw Object.assign(new Error(`${name} is stopped`), { code: 'ECONNREFUSED' });
    return target;
  };
  return {
    port: {
      name,
      send: async (path, body, headers, signal) => connected().send(path, body, headers, signal),
      answer: async (body, call) => connected().answer(body, call),
      subscribe: (body, headers, signal) => connected().subscribe(body, headers, signal),
    },
    connect: (next) => {
      target = next;
    },
  };
}
