import type { FieldRefusal } from '@sightline/kit/door/field-refusals';

/** Every way in which inventory says no to a fact. `field` is the path within the fact's input. */
export type Refusal =
  | FieldRefusal
  | { kind: 'UnitWithoutQuantity' }
  /** A change of condition that does not say from which to which. */
  | { kind: 'StatusMissing'; field: 'fromStatus' | 'toStatus' }
  /** Two conditions for goods that are only in one. */
  | { kind: 'StatusAmbiguous' }
  | { kind: 'DestinationNotApplicable' }
  /** A movement to where the goods are already. */
  | { kind: 'NothingMoves' }
  | { kind: 'ConversionContradictory'; index: number; unitOfMeasure: string };
