import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Actor } from '@sightline/contracts/actor';
import { OperationCache } from '../execution/operation-cache';
import type { Leave } from '../places';
import type { Callers, CostNote } from './callers';
import { readDocument, type DocumentReader, type SoundDocument } from './read-document';
import { refuse, type GuardRefusal } from './refusal';
import { readSchemaCosts } from './schema-costs';
import { plainHash, type TrustedDocuments } from './trusted-documents';

/** What a request brings, as it came: nothing of it has been looked at. */
export interface Asked {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  /** `persistedQuery.sha256Hash` names a trusted document. */
  extensions?: unknown;
}

/** An operation that may be executed: known or within the limits, valid, and paid for. */
export interface AdmittedOperation {
  text: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  /** As the caller sent them. */
  variables: Readonly<Record<string, unknown>>;
  /** True: released with the dashboard or another client of ours. Such operations keep their place in caches. */
  isTrusted: boolean;
  cost: CostNote;
}

export type Admission = { ok: true; admitted: AdmittedOperation } | { ok: false; refusal: GuardRefusal };

export interface GuardsOptions {
  /** What clients see. */
  schema: GraphQLSchema;
  /** The composed schema, with its `@cost` and `@listSize`. */
  supergraphSdl: string;
  trusted: TrustedDocuments;
  /** What each caller has used and uses. */
  callers: Callers;
}

/** Documents of strangers that are kept ready. */
const MOST_DOCUMENTS = 500;

/**
 * Everything that is asked of an operation before it is planned, whatever carries it: is it one of ours or may the caller write
 * its own, is it within the limits, is it valid, what may it cost, and has its caller that much left.
 *
 * Who asks is known by then, and how large a body was read went by that. The cheapest questions come first.
 */
export class Guards {
  private readonly reader: DocumentReader;
  private readonly trustedTexts: ReadonlySet<string>;
  private readonly trusted = new Map<string, SoundDocument>();
  private readonly strangers = new OperationCache<SoundDocument>(MOST_DOCUMENTS);

  constructor(private readonly options: GuardsOptions) {
    this.reader = { schema: options.schema, costs: readSchemaCosts(options.supergraphSdl) };
    this.trustedTexts = new Set(options.trusted.values());
  }

  /** @returns the operation, paid for, or what to tell the caller. Never throws for anything that a caller sent */
  admit(asked: Asked, actor: Actor): Admission {
    const found = this.documentOf(asked, actor);
    if (!('document' in found)) return { ok: false, refusal: found };
    const { operationName, variables, extensions } = asked;
    if (!isNameOrNothing(operationName) || !isObjectOrNothing(variables) || !isObjectOrNothing(extensions))
      return no(refuse(400, 'BAD_REQUEST', 'operationName is a text, variables and extensions are objects.'));
    const operation = found.operation(operationName ?? null);
    if (operation === null)
      return no(refuse(400, 'OPERATION_RESOLUTION_FAILURE', 'Name the one operation of the document that is meant.'));

    const values = variables ?? {};
    const tooDear = operation.cost.refusal(values);
    if (tooDear !== null) return no(tooDear);
    const paid = this.options.callers.pay(operation.cost.of(values), actor);
    if ('refusal' in paid) return no(paid.refusal);
    return {
      ok: true,
      admitted: {
        text: found.text,
        document: found.document,
        operation: operation.node,
        operationName: operationName ?? undefined,
        variables: values,
        isTrusted: this.trustedTexts.has(found.text),
        cost: paid.cost,
      },
    };
  }

  /**
   * Lets an admitted operation begin, at once or when others of the same caller have ended.
   *
   * @param withinMs  how long the caller may wait
   * @param gone      aborted when the caller has left
   * @returns how to end it, or why it can't begin
   */
  enter(actor: Actor, withinMs: number, gone: AbortSignal | null): Promise<Leave | GuardRefusal> {
    return this.options.callers.enter(actor, withinMs, gone);
  }

  private documentOf({ query, extensions }: Asked, actor: Actor): SoundDocument | GuardRefusal {
    const hash = hashIn(extensions);
    const released = hash === null ? undefined : this.options.trusted.get(hash);
    const text = released ?? query;
    if (text === undefined || text === null || text === '')
      return hash === null
        ? refuse(400, 'BAD_REQUEST', 'Send the operation as "query", or the hash of a trusted document.')
        : refuse(400, 'PERSISTED_QUERY_NOT_FOUND', 'No trusted document has this hash.');
    if (typeof text !== 'string') return refuse(400, 'BAD_REQUEST', 'query is a text.');
    if (this.trustedTexts.has(text)) return this.trustedDocument(text);
    if (!actor.scopes.includes('graphql:adhoc'))
      return refuse(
        403,
        'DOCUMENT_NOT_TRUSTED',
        'This token may send trusted documents only; operations of your own need the scope graphql:adhoc.',
      );
    const known = this.strangers.get(text);
    if (known) return known;
    const read = readDocument(text, this.reader);
    if ('document' in read) this.strangers.set(text, read);
    return read;
  }

  /** Read when it is first asked for, and kept. */
  private trustedDocument(text: string): SoundDocument | GuardRefusal {
    const known = this.trusted.get(text);
    if (known) return known;
    const read = readDocument(text, this.reader);
    if ('document' in read) this.trusted.set(text, read);
    return read;
  }
}

const no = (refusal: GuardRefusal): Admission => ({ ok: false, refusal });

const isNameOrNothing = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';

const isObjectOrNothing = (value: unknown): value is Readonly<Record<string, unknown>> | null | undefined =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));

/** The hash of `extensions.persistedQuery`, as Apollo's clients send it; null when there is none. */
function hashIn(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return null;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== 'object' || persistedQuery === null || !('sha256Hash' in persistedQuery)) return null;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' ? plainHash(sha256Hash) : null;
}
