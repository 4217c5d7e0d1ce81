import type { TextFault } from '@sightline/contracts/fact-texts';
import type { EnvelopeRefusalCode } from '@sightline/contracts/source-envelope';

/** Every way in which inventory says no to a fact. `field` is the path within the fact's input. */
export type Refusal =
  | { kind: 'EnvelopeRefused'; code: EnvelopeRefusalCode; field: readonly string[]; message: string }
  | ({ kind: 'TextRefused' } & TextFault)
  | { kind: 'IdempotencyKeyReused'; idempotencyKey: string }
  | { kind: 'CorrectedFactUnknown'; correctionOf: string }
  | { kind: 'TextMissing'; field: string }
  | { kind: 'QuantityInvalid'; text: string }
  | { kind: 'UnitWithoutQuantity' }
  | { kind: 'TimeZoneUnknown'; timeZone: string }
  | { kind: 'ExternalIdInvalid'; field: readonly string[] };
