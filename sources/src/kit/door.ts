import { setTimeout as sleep } from 'node:timers/promises';
import { type Batch, batchesOf, type BatchLimits, halvesOf } from './batches';
import {
  addAnswer,
  answeredFacts,
  type BatchAnswer,
  emptyTally,
  type FactsTally,
  type GoodsReceiptInput,
  type HeartbeatInput,
  type PurchaseOrderLineInput,
  type SupplierInput,
} from './door-facts';
import { type DoorOperation, DOOR_OPERATIONS, type FactsOperation } from './door-operations';
import type { HttpAnswer, Post } from './http';

/** Why the door could not be used. Facts that it judged and refused are no failure: they are in the tally. */
export type DoorFailureKind = 'UNREACHABLE' | 'NOT_PERMITTED' | 'REJECTED';

export class DoorFailure extends Error {
  constructor(
    readonly kind: DoorFailureKind,
    message: string,
  ) {
    super(message);
    this.name = 'DoorFailure';
  }
}

export interface UserError {
  code: string;
  message: string;
}

export interface BegunImport {
  id: string;
  /** OPEN: new, or found again unfinished; SEALED: this file was imported before, completely. */
  status: string;
  /** The platform found an import of the same file. */
  resumed: boolean;
  /** Ids of earlier imports of this source that were never completed and now never count. */
  dropped: readonly string[];
}

export interface Door {
  onboardSuppliers(inputs: Iterable<SupplierInput>, answered?: Answered): Promise<FactsTally>;
  sendPurchaseOrderLines(inputs: Iterable<PurchaseOrderLineInput>, answered?: Answered): Promise<FactsTally>;
  postGoodsReceipts(inputs: Iterable<GoodsReceiptInput>, answered?: Answered): Promise<FactsTally>;
  reportHeartbeats(inputs: readonly HeartbeatInput[]): Promise<FactsTally>;
  /** Sends facts through any of the doors; they are made as they are asked for, so a long list needs no room. */
  send(operation: FactsOperation, inputs: Iterable<object>, answered?: Answered): Promise<FactsTally>;
  beginImport(input: {
    sourceSystemId: string;
    fileName: string;
    contentSha256: string;
    expectedFacts: number;
  }): Promise<BegunImport>;
  sealImport(input: { importId: string; facts: number }): Promise<void>;
  /** True once the figures include the sealed import. */
  isImportVisible(importId: string): Promise<boolean>;
}

/** Called with the number of facts just answered. */
export type Answered = (facts: number) => void;

export interface DoorOptions {
  post: Post;
  token: string;
  limits?: BatchLimits;
  /** Requests under way at once for each list of facts. */
  concurrency?: number;
  /** Tries after the first, each later than the one before. */
  retries?: number;
  /** Milliseconds before the first retry; doubled each time, up to two seconds. */
  firstRetryMs?: number;
}

/** Large enough that a request costs little beside its facts, small enough that several are under way at once. */
export const DEFAULT_LIMITS: BatchLimits = { facts: 1_000, bytes: 1024 * 1024 };
/** One being written, one on the way: more only wait for the same transaction in the same subgraph. */
const DEFAULT_CONCURRENCY = 2;
const DEFAULT_RETRIES = 7;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 2_000;

/**
 * Codes with which the platform says that the same request may succeed later; also every SUBGRAPH_… code (a part of it is
 * away). An internal error is tried again too: a database that restarts looks like one, and the keys make it harmless.
 */
const TRANSIENT_CODES: ReadonlySet<string> = new Set([
  'TRANSIENT',
  'TIMEOUT',
  'DEADLINE_EXCEEDED',
  'SERVICE_UNAVAILABLE',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'DOWNSTREAM_SERVICE_ERROR',
  'INTERNAL_SERVER_ERROR',
]);
const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/**
 * The door of the platform: the mutations by which facts enter. Facts go in batches, some at once; what fails on the way
 * is sent again with the same keys, so it is applied once. Throws DoorFailure when the door cannot be used.
 */
export function openDoor(options: DoorOptions): Door {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const send = async (
    operation: FactsOperation,
    inputs: Iterable<object>,
    answered: Answered = () => {},
  ): Promise<FactsTally> => {
    const tally = emptyTally();
    // Shared: each worker takes the next batch.
    const waiting = batchesOf(inputs, limits);
    const worker = async (): Promise<void> => {
      for (const batch of waiting) {
        for (const answer of await sendBatch(options, operation, batch)) {
          addAnswer(tally, answer);
          answered(answeredFacts(answer));
        }
      }
    };
    await Promise.all(Array.from({ length: options.concurrency ?? DEFAULT_CONCURRENCY }, worker));
    return tally;
  };
  return {
    send,
    onboardSuppliers: (inputs, answered) => send('onboardSuppliers', inputs, answered),
    sendPurchaseOrderLines: (inputs, answered) => send('sendPurchaseOrderLines', inputs, answered),
    postGoodsReceipts: (inputs, answered) => send('postGoodsReceipts', inputs, answered),
    reportHeartbeats: (inputs) => send('reportHeartbeats', inputs),
    async beginImport(input) {
      const answer = await call<{
        import: { id: string; status: string } | null;
        resumed: boolean;
        dropped: string[];
        userErrors: UserError[];
      }>(options, 'beginImport', JSON.stringify({ input }));
      const [error] = answer.userErrors;
      if (error || !answer.import) throw new DoorFailure('REJECTED', `the import was not begun: ${describe(error)}`);
      return { id: answer.import.id, status: answer.import.status, resumed: answer.resumed, dropped: answer.dropped };
    },
    async sealImport(input) {
      const answer = await call<{ userErrors: UserError[] }>(options, 'sealImport', JSON.stringify({ input }));
      const [error] = answer.userErrors;
      if (error) throw new DoorFailure('REJECTED', `the import was not sealed: ${describe(error)}`);
    },
    async isImportVisible(importId) {
      const answer = await call<{ visible: boolean }>(options, 'importJob', JSON.stringify({ id: importId }));
      return answer.visible;
    },
  };
}

const describe = (error: UserError | undefined): string =>
  error ? `${error.message} (${error.code})` : 'no reason given';

class TooLarge extends Error {}

/** @returns one answer, or one for each part of a batch that was too large */
async function sendBatch(
  options: DoorOptions,
  operation: DoorOperation,
  batch: Batch,
): Promise<readonly BatchAnswer[]> {
  try {
    const answer = await call<BatchAnswer>(options, operation, `{"inputs":[${batch.json.join(',')}]}`);
    if (answeredFacts(answer) !== batch.json.length) {
      throw new DoorFailure(
        'REJECTED',
        `${operation}: ${batch.json.length} facts sent, ${answeredFacts(answer)} answered`,
      );
    }
    return [answer];
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    if (batch.json.length === 1)
      throw new DoorFailure('REJECTED', `${operation}: a single fact is larger than the platform takes`);
    const answers: BatchAnswer[] = [];
    for (const half of halvesOf(batch)) answers.push(...(await sendBatch(options, operation, half)));
    return answers;
  }
}

/** One operation, with its variables as JSON; resolves to what the field `answer` holds. */
async function call<Answer>(options: DoorOptions, operation: DoorOperation, variables: string): Promise<Answer> {
  const body = `{"query":${JSON.stringify(DOOR_OPERATIONS[operation])},"variables":${variables}}`;
  const retries = options.retries ?? DEFAULT_RETRIES;
  for (let attempt = 0; ; attempt += 1) {
    const verdict = await attemptOnce<Answer>(options, body);
    if (verdict.kind === 'ANSWERED') return verdict.answer;
    if (verdict.kind === 'FAILED') throw new DoorFailure(verdict.failure, `${operation}: ${verdict.reason}`);
    if (verdict.kind === 'TOO_LARGE') throw new TooLarge();
    if (attempt >= retries) {
      throw new DoorFailure('UNREACHABLE', `${operation}: ${verdict.reason}; gave up after ${attempt + 1} tries`);
    }
    const longest = Math.min(LONGEST_RETRY_MS, (options.firstRetryMs ?? FIRST_RETRY_MS) * 2 ** attempt);
    // Half fixed, half random, so that requests which failed together do not come back together.
    await sleep(longest / 2 + (Math.random() * longest) / 2);
  }
}

type Attempt<Answer> =
  | { kind: 'ANSWERED'; answer: Answer }
  | { kind: 'TRANSIENT'; reason: string }
  | { kind: 'TOO_LARGE' }
  | { kind: 'FAILED'; failure: DoorFailureKind; reason: string };

interface GraphQLAnswer<Answer> {
  data?: { answer?: Answer | null } | null;
  errors?: { message?: string; extensions?: { code?: string; class?: string } }[];
}

async function attemptOnce<Answer>(options: DoorOptions, body: string): Promise<Attempt<Answer>> {
  let http: HttpAnswer;
  try {
    http = await options.post('/graphql', body, { authorization: `Bearer ${options.token}` });
  } catch (error) {
    return { kind: 'TRANSIENT', reason: error instanceof Error ? error.message : String(error) };
  }
  if (http.status === 413) return { kind: 'TOO_LARGE' };
  if (TRANSIENT_STATUSES.has(http.status)) return { kind: 'TRANSIENT', reason: `the platform answered ${http.status}` };
  const parsed = parseAnswer<Answer>(http.body);
  const answer = parsed?.data?.answer;
  if (answer !== undefined && answer !== null) return { kind: 'ANSWERED', answer };

  const error = parsed?.errors?.[0];
  const code = error?.extensions?.code ?? '';
  const reason = error
    ? `${error.message ?? 'no message'}${code ? ` (${code})` : ''}`
    : `the platform answered ${http.status} without data`;
  if (http.status === 401 || http.status === 403 || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
    return { kind: 'FAILED', failure: 'NOT_PERMITTED', reason };
  }
  // A field that is null without an error is a subgraph that did not answer in time: promise 6 of the design.
  if (
    TRANSIENT_CODES.has(code) ||
    code.startsWith('SUBGRAPH_') ||
    error?.extensions?.class === 'TRANSIENT' ||
    (!error && http.status === 200)
  ) {
    return { kind: 'TRANSIENT', reason };
  }
  return { kind: 'FAILED', failure: 'REJECTED', reason };
}

function parseAnswer<Answer>(text: string): GraphQLAnswer<Answer> | null {
  try {
    return JSON.parse(text) as GraphQLAnswer<Answer>;
  } catch {
    // Not JSON: a proxy or another server. The status then tells what to do.
    return null;
  }
}
