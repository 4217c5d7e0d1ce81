import { defineMetric } from './define-metric';
import type { MetricDefinition } from './metric-definition';

/** Ids of the defect rates, by how they count. */
export const DEFECT_RATE = {
  found: 'defectRate.found@1',
  sorted: 'defectRate.sorted@1',
  lot: 'defectRate.lot@1',
  inspected: 'defectRate.inspected@1',
  estimated: 'defectRate.estimated@1',
} as const;

/** FOUND is known for every lot that was looked at; the other conventions leave lots out or count more than was seen. */
export const DEFAULT_DEFECT_RATE = DEFECT_RATE.found;
export const LOT_REJECTION_RATE = 'lotRejectionRate.decided@1';

type Counting = Pick<MetricDefinition, 'countConvention' | 'defectDenominator'>;

const defectRate = (
  variant: keyof typeof DEFECT_RATE,
  counting: Counting,
  description: string,
  formula: string,
): MetricDefinition =>
  defineMetric({
    metric: 'defectRate',
    variant,
    description,
    formula,
    unit: 'PPM',
    defaultBasis: 'RECEIVED',
    clockEvent: 'RECEIVED',
    grain: 'UNIT',
    ...counting,
  });

export const QUALITY_DEFINITIONS: readonly MetricDefinition[] = [
  defectRate(
    'found',
    { countConvention: 'FOUND', defectDenominator: 'DELIVERED' },
    'Defective units found in samples, per million units delivered. Everything delivered counts below, also what nobody inspected; bulk units such as kg take no part.',
    'Σ defective in sample ÷ Σ delivered × 10⁶',
  ),
  defectRate(
    'sorted',
    { countConvention: 'SORTED', defectDenominator: 'DELIVERED' },
    'Defective units found when whole lots were sorted, per million units delivered. A lot with defects that was not sorted is left out: their number is not known.',
    'Σ defective after sorting ÷ Σ delivered × 10⁶',
  ),
  defectRate(
    'lot',
    { countConvention: 'LOT', defectDenominator: 'DELIVERED' },
    'Units of lots that were not accepted as a whole, per million units delivered: the whole lot counts as defective, as contracts say while no other number is proved.',
    'Σ quantity of lots rejected, in part too ÷ Σ delivered × 10⁶',
  ),
  defectRate(
    'inspected',
    { countConvention: 'FOUND', defectDenominator: 'INSPECTED' },
    'Defective units found in samples, per million units in those samples. A lot that nobody inspected is left out, never counted as good.',
    'Σ defective in sample ÷ Σ sample size × 10⁶',
  ),
  defectRate(
    'estimated',
    { countConvention: 'FOUND', defectDenominator: 'INSPECTED' },
    'The defect rate of everything delivered, estimated from samples, with the bounds of the 95 % interval (Wilson) that the samples allow.',
    'Σ defective in sample ÷ Σ sample size × 10⁶, Wilson interval with z = 1.96',
  ),
  defineMetric({
    metric: 'lotRejectionRate',
    variant: 'decided',
    description:
      'Share of inspected lots that were not accepted as a whole: rejected, or accepted in part. Lots skipped or not yet decided take no part.',
    formula: 'lots rejected, in part too ÷ lots decided on after an inspection',
    unit: 'PERCENT',
    defaultBasis: 'RECEIVED',
    clockEvent: 'RECEIVED',
  }),
];
