import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { LogEntry, LogEvent } from '@sightline/contracts/events/envelope';
import {
  HEARTBEAT_REPORTED_V1,
  IMPORT_DROPPED_V1,
  IMPORT_SEALED_V1,
  type HeartbeatPayload,
  type ImportMarkPayload,
} from '@sightline/contracts/events/flow-marks.v1';
import type { FlowKind } from '@sightline/contracts/flow-kinds';
import { flowIdOf } from '@sightline/contracts/identities';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { Consumer } from './inbox';
import { append } from './append';
import { forgetImport } from './once';

/**
 * Hears marks (heartbeats, seals and drops of imports) and repeats them in the own log, behind the facts they cover.
 * A heartbeat from `operations` is repeated by the subgraph that records the flow; one from another subgraph's log is
 * repeated by whoever builds on that subgraph's facts. An import is sealed here once every log that carries its facts to
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
    types: [HEARTBEAT_REPORTED_V1, IMPORT_SEALED_V1, IMPORT_DROPPED_V1],
    async handle(manager, entries, services) {
      const repeated: LogEvent[] = [];
      for (const entry of entries) {
        if (entry.type === HEARTBEAT_REPORTED_V1) {
          const heartbeat = entry.payload as HeartbeatPayload;
          const kind = heartbeat.kind ?? (await kindRecordedHere(manager, heartbeat));
          if (kind !== null) repeated.push(repeat(entry, { ...heartbeat, kind }, now(services)));
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

async function kindRecordedHere(manager: EntityManager, heartbeat: HeartbeatPayload): Promise<FlowKind | null> {
  const rows: { kind: FlowKind }[] = await manager.query(`SELECT kind FROM recorded_flow WHERE id = $1`, [
    flowIdOf(heartbeat.sourceSystemId, heartbeat.flow, heartbeat.plantId),
  ]);
  return rows[0]?.kind ?? null;
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

function repeat(entry: LogEntry, payload: HeartbeatPayload | ImportMarkPayload, now: Date): LogEvent {
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
