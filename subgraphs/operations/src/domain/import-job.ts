import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

export type ImportStatus = 'OPEN' | 'SEALED' | 'DROPPED';

/** An import as it stands; instants are RFC 3339, UTC. */
export interface ImportJob {
  id: string;
  sourceSystemId: string;
  fileName: string;
  contentSha256: string;
  status: ImportStatus;
  expectedFacts: number;
  facts: number | null;
  openedAt: string;
  sealedAt: string | null;
  droppedAt: string | null;
  reason: string | null;
  /** Counts its changes, from 1. */
  version: number;
}

/** The schema's BeginImportInput. */
export interface BeginImportInput {
  sourceSystemId: string;
  fileName: string;
  contentSha256: string;
  expectedFacts: number;
}

/** Judges what is said of a file that is about to be sent. The content's hash is kept in lower case. */
export function readBeginImport(input: BeginImportInput): Result<BeginImportInput, Refusal> {
  const sourceSystemId = input.sourceSystemId.trim();
  if (sourceSystemId === '') return refuse({ kind: 'TextMissing', field: 'sourceSystemId' });
  const fileName = input.fileName.trim();
  if (fileName === '') return refuse({ kind: 'TextMissing', field: 'fileName' });
  const contentSha256 = input.contentSha256.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(contentSha256)) return refuse({ kind: 'ContentHashInvalid' });
  if (input.expectedFacts < 0) return refuse({ kind: 'CountNegative', field: 'expectedFacts' });
  return ok({ sourceSystemId, fileName, contentSha256, expectedFacts: input.expectedFacts });
}

/** What beginning an import means beside the imports of its source that are open or sealed. */
export interface Beginning {
  /** The import to go on with; null: a new one begins. */
  resumed: ImportJob | null;
  /** Open imports of other files: they are given up. */
  dropped: readonly ImportJob[];
}

/** A file that was seen before goes on where it was; any other open import of the source is given up. */
export function judgeBeginning(contentSha256: string, ofSource: readonly ImportJob[]): Beginning {
  const alive = ofSource.filter((job) => job.status !== 'DROPPED');
  const same = alive.filter((job) => job.contentSha256 === contentSha256);
  return {
    resumed: same.find((job) => job.status === 'SEALED') ?? same[0] ?? null,
    dropped: alive.filter((job) => job.status === 'OPEN' && job.contentSha256 !== contentSha256),
  };
}

/** Seals an import; sealing it again changes nothing. */
export function seal(
  job: ImportJob,
  facts: number,
  now: string,
): Result<{ job: ImportJob; changed: boolean }, Refusal> {
  if (facts < 0) return refuse({ kind: 'CountNegative', field: 'facts' });
  if (job.status === 'DROPPED') return refuse({ kind: 'ImportDropped', importId: job.id });
  if (job.status === 'SEALED') return ok({ job, changed: false });
  return ok({ job: { ...job, status: 'SEALED', facts, sealedAt: now, version: job.version + 1 }, changed: true });
}

/** Gives an import up; what counts already cannot be taken back this way. */
export function drop(
  job: ImportJob,
  reason: string,
  now: string,
): Result<{ job: ImportJob; changed: boolean }, Refusal> {
  if (job.status === 'SEALED') return refuse({ kind: 'ImportSealed', importId: job.id });
  if (job.status === 'DROPPED') return ok({ job, changed: false });
  return ok({ job: { ...job, status: 'DROPPED', droppedAt: now, reason, version: job.version + 1 }, changed: true });
}
