import type { FactSource, When } from './events/envelope';
import { textFault, type TextFault } from './fact-texts';
import { isSimulatedSource } from './simulated';
import { isDayText, isInstantText, siteDayOf } from './site-day';

/** The schema's SourceEnvelope as it comes through the door, with our additive importId. */
export interface SourceEnvelopeInput {
  sourceSystemId: string;
  flow: string;
  plantId?: string | null;
  idempotencyKey: string;
  occurredAt?: string | null;
  occurredOn?: string | null;
  recordedAt?: string | null;
  recordedOn?: string | null;
  sequence?: string | null;
  correlationId?: string | null;
  backfill?: boolean | null;
  correctionOf?: string | null;
  importId?: string | null;
  simulated?: { ingestedAt: string; visibleAt: string } | null;
}

/** A fact's origin and its two stamps of the source. */
export interface StampedSource {
  source: FactSource;
  occurred: When;
  recorded: When;
}

export type EnvelopeRefusalCode =
  | 'SOURCE_MISSING'
  | 'FLOW_MISSING'
  | 'IDEMPOTENCY_KEY_MISSING'
  | 'TIME_AMBIGUOUS'
  | 'DATE_INVALID'
  | 'SOURCE_NOT_SIMULATED'
  | 'ORIGIN_MIXED'
  | TextFault['code'];

export interface EnvelopeRefusal {
  ok: false;
  code: EnvelopeRefusalCode;
  /** Path of the field at fault, from the fact's input. */
  field: readonly string[];
  message: string;
}

const refused = (code: EnvelopeRefusalCode, field: string, message: string): EnvelopeRefusal => ({
  ok: false,
  code,
  field: ['source', field],
  message,
});

/**
 * Judges one stamp that may be given as an instant or as a day, exactly one of the two.
 *
 * @param field how the pair is named in the input: `occurred` for occurredAt and occurredOn
 * @returns the stamp with its calendar day at the site, or why it cannot be one
 */
export function readWhen(
  field: string,
  at: string | null | undefined,
  on: string | null | undefined,
  timeZone: string | null,
): { ok: true; value: When } | { ok: false; code: 'TIME_AMBIGUOUS' | 'DATE_INVALID'; field: string; message: string } {
  if ((at == null) === (on == null)) {
    const found = at == null ? 'neither was' : 'both were';
    return {
      ok: false,
      code: 'TIME_AMBIGUOUS',
      field: `${field}At`,
      message: `Exactly one of ${field}At and ${field}On is needed; ${found} given.`,
    };
  }
  if (at != null) {
    if (isInstantText(at)) return { ok: true, value: { at, on: siteDayOf(at, timeZone) } };
    return {
      ok: false,
      code: 'DATE_INVALID',
      field: `${field}At`,
      message: `${quoted(at)} is not an RFC 3339 instant with an offset, in the years 1900 to 9000.`,
    };
  }
  if (on != null && isDayText(on)) return { ok: true, value: { at: null, on } };
  return {
    ok: false,
    code: 'DATE_INVALID',
    field: `${field}On`,
    message: `${quoted(on ?? '')} is not a calendar date (YYYY-MM-DD) in the years 1900 to 9000.`,
  };
}

/** Foreign text in a message: short, and its control characters visible. */
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

const isBlank = (text: string): boolean => text.trim() === '';

/**
 * Reads where a fact comes from and when it happened and was recorded. Every door for facts does it alike.
 *
 * @param plantTimeZone IANA name of the plant concerned; null when unknown: a day is then taken as its instant is written
 * @returns origin and stamps, or the first thing that is wrong with them
 */
export function readSourceEnvelope(
  input: SourceEnvelopeInput,
  plantTimeZone: string | null,
): { ok: true; value: StampedSource } | EnvelopeRefusal {
  if (isBlank(input.sourceSystemId))
    return refused('SOURCE_MISSING', 'sourceSystemId', 'The source system is not named.');
  if (isBlank(input.flow)) return refused('FLOW_MISSING', 'flow', 'The flow is not named.');
  if (isBlank(input.idempotencyKey)) {
    return refused(
      'IDEMPOTENCY_KEY_MISSING',
      'idempotencyKey',
      'A fact without a key of its own could be applied twice.',
    );
  }
  const fault = textFault(input);
  if (fault !== null) return { ok: false, code: fault.code, field: ['source', ...fault.field], message: fault.message };
  const occurred = readWhen('occurred', input.occurredAt, input.occurredOn, plantTimeZone);
  if (!occurred.ok) return refused(occurred.code, occurred.field, occurred.message);
  const recorded = readWhen('recorded', input.recordedAt, input.recordedOn, plantTimeZone);
  if (!recorded.ok) return refused(recorded.code, recorded.field, recorded.message);
  const stamps = input.simulated ?? null;
  if (stamps !== null) {
    if (!isSimulatedSource(input.sourceSystemId))
      return refused('SOURCE_NOT_SIMULATED', 'simulated', 'Only a simulated source may say when it was taken in.');
    for (const [name, text] of Object.entries(stamps))
      if (!isInstantText(text)) return refused('DATE_INVALID', 'simulated', `${name} is not an RFC 3339 instant.`);
  }
  return {
    ok: true,
    value: {
      source: {
        sourceSystemId: input.sourceSystemId,
        flow: input.flow,
        plantId: input.plantId ?? null,
        idempotencyKey: input.idempotencyKey,
        sequence: input.sequence ?? null,
        correlationId: input.correlationId ?? null,
        backfill: input.backfill ?? false,
        correctionOf: input.correctionOf ?? null,
        importId: input.importId ?? null,
        ...(stamps === null ? {} : { simulated: { ingestedAt: stamps.ingestedAt, visibleAt: stamps.visibleAt } }),
      },
      occurred: occurred.value,
      recorded: recorded.value,
    },
  };
}
