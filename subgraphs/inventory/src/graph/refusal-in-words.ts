import {
  fieldRefusalAsError,
  isFieldRefusal,
  quoted,
  refusalAsError,
  type FieldRefusal,
  type RefusalAsError,
} from '@sightline/kit/door/field-refusals';
import { match } from '@sightline/kit/result/result';
import type { Refusal } from '../domain/refusals';

type OwnRefusal = Exclude<Refusal, FieldRefusal>;

/** A refusal as the API says it: a stable code and words. */
export const refusalInWords = (refusal: Refusal): RefusalAsError =>
  isFieldRefusal<OwnRefusal>(refusal) ? fieldRefusalAsError(refusal) : inOwnWords(refusal);

const inOwnWords = (refusal: OwnRefusal): RefusalAsError =>
  match<OwnRefusal, RefusalAsError>(refusal, {
    UnitWithoutQuantity: () =>
      refusalAsError('UNIT_WITHOUT_QUANTITY', ['unitOfMeasure'], 'A unit says nothing without a quantity.'),
    StatusMissing: ({ field }) =>
      refusalAsError('STATUS_MISSING', [field], 'A STATUS_CHANGE needs the condition before and the one afterwards.'),
    StatusAmbiguous: () =>
      refusalAsError(
        'STATUS_AMBIGUOUS',
        ['toStatus'],
        'What comes in or goes out has one condition; fromStatus and toStatus name two.',
      ),
    DestinationNotApplicable: () =>
      refusalAsError('DESTINATION_NOT_APPLICABLE', ['toPlantCode'], 'Only a TRANSFER goes to another plant.'),
    NothingMoves: () =>
      refusalAsError(
        'NOTHING_MOVES',
        ['toStatus'],
        'The goods would stay where they are, in the condition they are in.',
      ),
    ConversionContradictory: ({ index, unitOfMeasure }) =>
      refusalAsError(
        'CONVERSION_CONTRADICTORY',
        ['conversions', String(index), 'factor'],
        `${quoted(unitOfMeasure)} has two different factors; the base unit itself has the factor 1.`,
      ),
  });
