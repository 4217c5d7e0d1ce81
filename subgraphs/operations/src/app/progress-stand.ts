import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { readHead } from '@sightline/kit/outbox/read-log';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { collectProgress } from './collect-progress';

/** Everything but this subgraph, whose own log is read. */
const OTHERS = SUBGRAPH_NAMES.filter((name) => name !== 'operations');
const UNREACHABLE = -1;

/**
 * How far everyone is, as numbers that are equal while sync health is: end and visible end of each log, in the order of
 * the subgraphs, -1 for one that does not answer; then the end of the own log, in which heartbeats and imports stand.
 */
export async function progressStand(context: Pick<RequestContext, 'services' | 'read'>): Promise<readonly number[]> {
  const [{ reports }, own] = await Promise.all([
    collectProgress(context.services, OTHERS, () => ({
      visibleFrom: null,
      visibleTo: null,
      importId: null,
      flows: false,
    })),
    context.read(readHead),
  ]);
  const of = new Map(reports.map((report) => [report.subgraph, report]));
  return [
    ...OTHERS.flatMap((name) => {
      const report = of.get(name);
      return report === undefined ? [UNREACHABLE, UNREACHABLE] : [report.head, report.projected];
    }),
    own.pos,
  ];
}
