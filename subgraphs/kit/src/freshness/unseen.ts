import type { EntityManager } from 'typeorm';
import { flowIdOf } from '@sightline/contracts/identities';
import { countsAt, readPositions } from '../outbox/projector';
import type { Instant } from '../time/instant';
import type { FlowProgressRow } from './freshness';

/** What the log shows already and a figure does not hold yet, flow by flow. `TOO_MUCH`: more than is worth reading. */
export type Unseen = 'TOO_MUCH' | ReadonlyMap<string, Instant>;

/** Positions that are looked through at most: a moment's worth. Behind a bulk nothing is said of how far a figure is. */
const MOST_POSITIONS = 2_000;

/**
 * The facts that are visible and lie beyond the position of a figure: of each flow the instant just before the least record
 * among them. A fact of which only the day of its record is known counts from the beginning of that day, in UTC.
 *
 * @param pos  the figure's position in the log
 */
export async function unseenBeyond(manager: EntityManager, pos: number): Promise<Unseen> {
  const { visible } = await readPositions(manager);
  if (visible <= pos) return new Map();
  if (visible - pos > MOST_POSITIONS) return 'TOO_MUCH';
  // An import that was sealed in between has its facts anywhere in the log before.
  const sealed: unknown[] = await manager.query(`SELECT 1 FROM sealed_import WHERE pos > $1 AND pos <= $2 LIMIT 1`, [
    pos,
    visible,
  ]);
  if (sealed.length > 0) return 'TOO_MUCH';
  const rows: { source: string; flow: string; plant: string | null; until: Instant }[] = await manager.query(
    `SELECT source->>'sourceSystemId' AS source, source->>'flow' AS flow, source->>'plantId' AS plant,
       to_char(min(coalesce(recorded_at, recorded_on::timestamp AT TIME ZONE 'UTC')) - interval '1 millisecond',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until
     FROM event_log WHERE pos > $1 AND pos <= $2 AND source IS NOT NULL AND ${countsAt('$2')} GROUP BY 1, 2, 3`,
    [pos, visible],
  );
  return new Map(rows.map(({ source, flow, plant, until }) => [flowIdOf(source, flow, plant), until]));
}

/** How far flows have come for a figure that lacks something of them: never further than the figure is. */
export function cappedBy(flows: readonly FlowProgressRow[], unseen: Unseen): readonly FlowProgressRow[] {
  return flows.map((flow) => {
    if (unseen === 'TOO_MUCH') return { ...flow, watermark: null };
    const until = unseen.get(flowIdOf(flow.sourceSystemId, flow.flow, flow.plantId));
    if (until === undefined || flow.watermark === null || flow.watermark <= until) return flow;
    return { ...flow, watermark: until };
  });
}
