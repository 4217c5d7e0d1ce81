import type { LogEntry, LogEvent } from '@sightline/contracts/events/envelope';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import type { FeedPage, FeedRequest, ProgressReport } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';

/** A subgraph that is not part of a test, but whose log the test writes. */
export interface ScriptedSubgraph {
  port: SubgraphPort;
  /** Puts events at the end of its log, as if it had published them. */
  publish(...events: readonly LogEvent[]): void;
  /** What it answers when asked for its progress; null: it cannot be reached. */
  progress: Omit<ProgressReport, 'subgraph'> | null;
}

/**
 * Stands for a subgraph at the other end of the feed: the contract of the log is all that its readers know of it. Its
 * log starts empty; asked for its progress it has nothing to report until told otherwise.
 */
export function scriptedSubgraph(name: SubgraphName): ScriptedSubgraph {
  const log: LogEntry[] = [];
  const scripted: ScriptedSubgraph = {
    progress: { head: 0, projected: 0, flows: [], lags: [], importSealed: null, importDropped: null },
    publish(...events) {
      for (const event of events) log.push({ ...event, pos: log.length + 1, epoch: 1 });
    },
    port: {
      name,
      async send(path, body) {
        if (path === 'feed') return { status: 200, body: pageOf(log, JSON.parse(body) as FeedRequest) };
        if (path === 'progress' && scripted.progress !== null)
          return { status: 200, body: { subgraph: name, ...scripted.progress } };
        throw new Error(`${name} cannot be reached`);
      },
      subscribe() {
        throw new Error(`${name} is scripted: it has no streams`);
      },
    },
  };
  return scripted;
}

function pageOf(log: readonly LogEntry[], request: FeedRequest): FeedPage {
  const wanted = log.filter((entry) => entry.pos > request.after && request.types.includes(entry.type));
  const entries = wanted.slice(0, request.limit);
  return { epoch: 1, through: entries.length < wanted.length ? entries.at(-1)!.pos : log.length, entries };
}
