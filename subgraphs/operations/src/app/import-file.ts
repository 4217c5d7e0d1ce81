import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  IMPORT_DROPPED_V1,
  IMPORT_SEALED_V1,
  type ImportDroppedV1,
  type ImportSealedV1,
} from '@sightline/contracts/events/flow-marks.v1';
import { append } from '@sightline/kit/outbox/append';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { lockedImport, lockedImportsOf, writeImport } from '../data/import-job.repository';
import {
  drop,
  judgeBeginning,
  readBeginImport,
  seal,
  type BeginImportInput,
  type ImportJob,
} from '../domain/import-job';
import type { Refusal } from '../domain/refusals';

export interface BegunImport {
  job: ImportJob;
  resumed: boolean;
  /** Ids of the open imports of other files of the source, which were given up. */
  dropped: readonly string[];
}

/**
 * Begins the import of a file, or goes on with the import of the same file; open imports of other files of the source are
 * given up.
 *
 * @param now  RFC 3339
 */
export async function beginImport(
  manager: EntityManager,
  input: BeginImportInput,
  now: string,
): Promise<Result<BegunImport, Refusal>> {
  const read = readBeginImport(input);
  if (!read.ok) return read;
  const beginning = judgeBeginning(read.value.contentSha256, await lockedImportsOf(manager, read.value.sourceSystemId));
  const dropped: string[] = [];
  for (const open of beginning.dropped) {
    const given = drop(open, `Another file of the source was begun: ${read.value.fileName}`, now);
    if (!given.ok) return given;
    await keep(manager, given.value.job, now);
    dropped.push(open.id);
  }
  if (beginning.resumed !== null) return ok({ job: beginning.resumed, resumed: true, dropped });
  const job: ImportJob = {
    ...read.value,
    id: randomUUID(),
    status: 'OPEN',
    facts: null,
    openedAt: now,
    sealedAt: null,
    droppedAt: null,
    reason: null,
    version: 1,
  };
  await writeImport(manager, job);
  return ok({ job, resumed: false, dropped });
}

/** All facts of the import have been sent. The seal is published once, however often it is given. */
export async function sealImport(
  manager: EntityManager,
  input: { importId: string; facts: number },
  now: string,
): Promise<Result<ImportJob, Refusal>> {
  const job = await lockedImport(manager, input.importId);
  if (job === null) return refuse({ kind: 'ImportUnknown', importId: input.importId });
  const sealed = seal(job, input.facts, now);
  if (!sealed.ok) return sealed;
  if (sealed.value.changed) await keep(manager, sealed.value.job, now);
  return ok(sealed.value.job);
}

/** Gives an import up; a reason is kept with it. */
export async function dropImport(
  manager: EntityManager,
  input: { id: string; reason: string },
  now: string,
): Promise<Result<ImportJob, Refusal>> {
  const reason = input.reason.trim();
  if (reason === '') return refuse({ kind: 'TextMissing', field: 'reason' });
  const job = await lockedImport(manager, input.id);
  if (job === null) return refuse({ kind: 'ImportUnknown', importId: input.id });
  const dropped = drop(job, reason, now);
  if (!dropped.ok) return dropped;
  if (dropped.value.changed) await keep(manager, dropped.value.job, now);
  return ok(dropped.value.job);
}

async function keep(manager: EntityManager, job: ImportJob, now: string): Promise<void> {
  await writeImport(manager, job);
  await append(manager, [markOf(job, now)]);
}

function markOf(job: ImportJob, now: string): ImportSealedV1 | ImportDroppedV1 {
  const moment = { at: now, on: now.slice(0, 10) };
  return {
    eventId: randomUUID(),
    type: job.status === 'SEALED' ? IMPORT_SEALED_V1 : IMPORT_DROPPED_V1,
    subjectType: 'ImportJob',
    subjectId: job.id,
    subjectVersion: job.version,
    tenant: null,
    source: null,
    occurred: moment,
    recorded: moment,
    ingestedAt: now,
    payload: { importId: job.id, sourceSystemId: job.sourceSystemId, reason: job.reason },
  };
}
