import type { FactSource, When } from '@sightline/contracts/events/envelope';
import type {
  DeliveredGoods,
  DispositionName,
  InspectedGoods,
  InspectionDecisionName,
  InspectionStageName,
} from '@sightline/contracts/events/inspection-lot.v1';
import type { ExternalKey } from '@sightline/contracts/identities';
import { isZero } from '@sightline/kit/decimal/decimal';

export type InspectionLotStatus =
  | 'CREATED'
  | 'SAMPLED'
  | 'IN_PROGRESS'
  | 'RESULTS_COMPLETE'
  | 'DECIDED'
  | 'DISPOSITIONED'
  | 'CLOSED'
  | 'REOPENED'
  | 'CANCELLED';

/** What was decided, kept whatever happens to the lot afterwards. Quantities are in the unit of the lot. */
export interface LotDecision {
  eventId: string;
  decision: InspectionDecisionName;
  acceptedQuantity: string;
  rejectedQuantity: string;
  when: When;
  recorded: When;
}

/** Goods that came, or were announced, with everything that was found out about them. Quantities are exact decimals in unitOfMeasure. */
export interface Inspection {
  id: string;
  /** Grows by one with every fact. */
  version: number;
  /** False for goods that came and need no inspection: no lot was opened, and only what was delivered is of interest. */
  isLot: boolean;
  goods: InspectedGoods;
  /** The goods' last receipt as it stands; null while none is known. */
  delivered: (DeliveredGoods & { when: When; recorded: When }) | null;
  number: string;
  stage: InspectionStageName;
  status: InspectionLotStatus;
  lotQuantity: string;
  unitOfMeasure: string;
  sampleSize: number | null;
  defectiveInSample: string | null;
  defectiveAfterSort: string | null;
  decision: LotDecision | null;
  disposition: DispositionName | null;
  reason: string | null;
  created: When;
  externalIds: readonly ExternalKey[];
  /** Where its first fact came from. */
  source: FactSource | null;
}

/** True when the receipt was reversed before anything was decided: there are no goods. */
export const isReversed = ({ delivered, decision }: Inspection): boolean =>
  delivered !== null && isZero(delivered.quantity) && decision === null;

/** True once somebody has looked at the goods; a decision to skip is none to look. */
export const isInspected = (one: Inspection): boolean =>
  one.defectiveInSample !== null ||
  one.defectiveAfterSort !== null ||
  (one.decision !== null && one.decision.decision !== 'SKIPPED');

/** The unit in which a lot is counted: pieces rather than packs, where inventory could say how many there are. */
export const lotUnitOf = ({ unitOfMeasure, baseUnit, baseQuantity }: DeliveredGoods): string =>
  baseQuantity !== null && baseUnit !== null ? baseUnit : unitOfMeasure;

/** What came, in a unit; null when nobody says how many of that unit there were. */
export function deliveredIn(delivered: DeliveredGoods, unitOfMeasure: string): string | null {
  if (delivered.baseQuantity !== null && delivered.baseUnit === unitOfMeasure) return delivered.baseQuantity;
  return delivered.unitOfMeasure === unitOfMeasure ? delivered.quantity : null;
}
