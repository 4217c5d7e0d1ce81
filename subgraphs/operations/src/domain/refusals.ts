import type { TextFault } from '@sightline/contracts/fact-texts';

/** Every way in which operations says no. `field` is the path within the input. */
export type Refusal =
  | { kind: 'TextMissing'; field: string }
  | ({ kind: 'TextRefused' } & TextFault)
  | { kind: 'BudgetInvalid'; field: readonly string[] }
  | { kind: 'FlowRepeated'; field: readonly string[]; flow: string }
  | { kind: 'CountNegative'; field: string }
  | { kind: 'ContentHashInvalid' }
  | { kind: 'ImportUnknown'; importId: string }
  | { kind: 'ImportDropped'; importId: string }
  | { kind: 'ImportSealed'; importId: string }
  | { kind: 'EarlierImportInTheWay'; importIds: readonly string[] };
