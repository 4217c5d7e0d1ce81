import { userError, type FactResult, type UserError } from '@sightline/kit/graph/facts-payload';
import { match } from '@sightline/kit/result/result';
import type { Registered } from '../app/register-sources';
import type { Heard } from '../app/report-heartbeats';
import { TOLERATED_SKEW_SECONDS, type HeartbeatInput } from '../domain/heartbeat';
import type { Refusal } from '../domain/refusals';

/** Foreign text in a message: short, its control characters visible. */
const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A refusal as the API says it: a stable code and words. */
export const presentRefusal = (refusal: Refusal): UserError =>
  match<Refusal, UserError>(refusal, {
    TextMissing: ({ field }) => userError('TEXT_MISSING', field.split('.'), `${field} is empty.`),
    TextRefused: ({ code, field, message }) => userError(code, field, message),
    BudgetInvalid: ({ field }) => userError('BUDGET_INVALID', field, 'A promised age is at least one second.'),
    FlowRepeated: ({ field, flow }) =>
      userError('FLOW_REPEATED', field, `The flow ${quoted(flow)} of one plant is named twice.`),
    CountNegative: ({ field }) => userError('COUNT_NEGATIVE', [field], `${field} cannot be less than 0.`),
    ContentHashInvalid: () =>
      userError('CONTENT_HASH_INVALID', ['contentSha256'], 'A SHA-256 has 64 hexadecimal digits.'),
    ImportUnknown: ({ importId }) =>
      userError('IMPORT_UNKNOWN', ['importId'], `No import ${quoted(importId)} was begun.`),
    ImportDropped: ({ importId }) =>
      userError('IMPORT_DROPPED', ['importId'], `The import ${quoted(importId)} was given up; begin it again.`),
    ImportSealed: ({ importId }) =>
      userError('IMPORT_SEALED', ['id'], `The import ${quoted(importId)} is sealed: its facts count already.`),
    EarlierImportInTheWay: ({ importIds }) =>
      userError(
        'EARLIER_IMPORT_IN_THE_WAY',
        null,
        `An earlier import of the source was given up and is not yet forgotten everywhere (${importIds.join(', ')}). Try again in a moment.`,
      ),
  });

/** What became of a heartbeat, as the API says it. A heartbeat has no key: it is known by what it says. */
export function presentHeard(input: HeartbeatInput, heard: Heard): FactResult {
  const idempotencyKey = `${input.sourceSystemId}/${input.flow}/${input.plantId ?? ''}@${input.completeThrough}`;
  if (heard.outcome === 'REFUSED')
    return { idempotencyKey, outcome: 'REFUSED', subjectId: null, userErrors: [presentRefusal(heard.refusal)] };
  const { outcome, flowId: subjectId } = heard;
  const userErrors =
    outcome === 'QUARANTINED'
      ? [
          userError(
            'HEARTBEAT_FROM_THE_FUTURE',
            ['completeThrough'],
            `completeThrough lies more than ${TOLERATED_SKEW_SECONDS} seconds ahead of our clock: nobody can know yet what will have been sent by then.`,
          ),
        ]
      : [];
  return { idempotencyKey, outcome, subjectId, userErrors };
}

/** What became of a registration, as the API says it. A source is known by its id. */
export function presentRegistered(id: string, registered: Registered): FactResult {
  const base = { idempotencyKey: id, subjectId: registered.outcome === 'REFUSED' ? null : id };
  return registered.outcome === 'REFUSED'
    ? { ...base, outcome: 'REFUSED', userErrors: [presentRefusal(registered.refusal)] }
    : { ...base, outcome: registered.outcome, userErrors: [] };
}
