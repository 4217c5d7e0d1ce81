import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEntry, LogEvent } from '@sightline/contracts/events/envelope';
import {
  FLOW_REGISTERED_V1,
  HEARTBEAT_REPORTED_V1,
  IMPORT_DROPPED_V1,
  IMPORT_SEALED_V1,
  type FlowRegisteredPayload,
  type HeartbeatPayload,
  type ImportMarkPayload,
} from '@sightline/contracts/events/flow-marks.v1';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { Consumer } from './inbox';
import { append } from './append';
import { forgetImport } from './once';
import { kindOrKeep } from './pending-marks';

/**
 * Hears marks (heartbeats, registrations, seals and drops of imports) and repeats them in the own log, behind the facts
 * they cover. A mark of a flow from `operations` is repeated by the subgraph that records the flow, once it records it; one
 * from another subgraph's log is repeated by whoever builds on that subgraph's facts. An import is sealed here once every log that carries its facts to
 * here has said so.
 *
 * @param from      whose log is read
 * @param sealVias  all logs whose seal is needed before an import counts here
 */
export function flowMarksConsumer<Services>(
  from: SubgraphName,
  sealVias: readonly SubgraphName[],
  now: (services: Services) => Date,
): Consumer<Services> {
  return {
    name: `marks-from-${from}`,
    from,
    types: [HEARTBEAT_REPORTED_V1, FLOW_REGISTERED_V1, IMPORT_SEALED_V1, IMPORT_DROPPED_V1],
    async handle(manager, entries, services) {
      const repeated: LogEvent[] = [];
      for (const entry of entries) {
        if (entry.type === HEARTBEAT_REPORTED_V1 || entry.type === FLOW_REGISTERED_V1) {
          const payload = entry.payload as HeartbeatPayload | FlowRegisteredPayload;
          // Only the log that recorded the facts may be believed about them: an echo can be ahead of what it covers.
          if (payload.heardFrom !== undefined) continue;
          if ('sourceName' in payload) await nameSource(manager, payload);
          const mark = repeat(entry, payload, now(services));
          const kind = payload.kind ?? (await kindOrKeep(manager, mark));
          if (kind !== null)
            repeated.push({
              ...mark,
              payload: { ...payload, kind, ...(from === 'operations' ? {} : { heardFrom: from }) },
            });
        } else if (entry.type === IMPORT_SEALED_V1) {
          const mark = entry.payload as ImportMarkPayload;
          if (await sealedByAll(manager, mark.importId, from, sealVias))
            repeated.push(repeat(entry, mark, now(services)));
        } else if (from === 'operations') {
          const mark = entry.payload as ImportMarkPayload;
          await forgetImport(manager, mark.importId);
          repeated.push(repeat(entry, mark, now(services)));
        }
      }
      await append(manager, repeated);
    },
  };
}

/** A source is called alike wherever its facts are, also those of flows that it never registered. */
function nameSource(manager: EntityManager, { sourceSystemId, sourceName }: FlowRegisteredPayload): Promise<unknown> {
  return manager.query(
    `INSERT INTO source_name (source_system_id, name) VALUES ($1, $2)
     ON CONFLICT (source_system_id) DO UPDATE SET name = excluded.name`,
    [sourceSystemId, sourceName],
  );
}

async function sealedByAll(
  manager: EntityManager,
  importId: string,
  via: SubgraphName,
  needed: readonly SubgraphName[],
): Promise<boolean> {
  // Two consumers may bring the last two marks at the same moment; each must see the other's.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [`seal:${importId}`]);
  const before: { via: string }[] = await manager.query(`SELECT via FROM import_mark WHERE import_id = $1`, [importId]);
  if (before.some((row) => row.via === via)) return false;
  await manager.query(`INSERT INTO import_mark (import_id, via) VALUES ($1, $2)`, [importId, via]);
  const here = new Set([...before.map((row) => row.via), via]);
  return needed.every((name) => here.has(name));
}

function repeat<Payload>(entry: LogEntry, payload: Payload, now: Date): LogEvent<string, Payload> {
  const eventId = randomUUID();
  return {
    eventId,
    type: entry.type,
    subjectType: 'FlowMark',
    // A mark is a subject of its own: it has one version and no history.
    subjectId: eventId,
    subjectVersion: 1,
    tenant: null,
    source: null,
    occurred: entry.occurred,
    recorded: entry.recorded,
    ingestedAt: now.toISOString(),
    payload,
  };
}
