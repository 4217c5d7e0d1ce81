import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { polled } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatPercentExact, percentDigits } from '../../format/percent';
import { countOf, formatExact, formatTile } from '../../format/quantity';
import type { SupplierFiguresQueryVariables } from '../../gql/graphql';
import type { FigureFacts } from '../../ui/figure';
import { FigureTile, rowsLabel, type Reading } from '../../ui/figure-tile';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import { SUPPLIER_QUALITY } from './supplier-quality.query';
import type { SupplierQualityFigure } from './supplier-quality-rows';

interface SupplierQualityProps {
  /** Its scope names the supplier. */
  variables: SupplierFiguresQueryVariables;
  name: string;
}

/** The quality tiles of one supplier: another part of the platform, which may fail alone. */
export function SupplierQuality({ variables, name }: SupplierQualityProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  // Inspections know suppliers and origins; how an order was sourced they do not.
  const { origin, supplierIds } = variables.scope ?? {};
  const asked = { ...variables, scope: { supplierIds, ...(origin ? { origin } : {}) } };
  const result = useQuery(SUPPLIER_QUALITY, { ...polled, variables: asked });
  const { value: quality, failure } = useAnswer(result, result.data?.qualityPerformance, asked);
  const tile = (
    title: string,
    facts: (FigureFacts & { value: number | null }) | null,
    reading: (value: number) => Reading,
    context: string | null,
    figure: SupplierQualityFigure,
  ): ReactNode => (
    <FigureTile
      title={title}
      facts={facts}
      failure={failure}
      readings={facts ? [facts.value === null ? { text: '—', exact: '—' } : reading(facts.value)] : []}
      context={context}
      rowsLabel={facts ? rowsLabel(facts) : undefined}
      onRows={() =>
        openRows({
          title: `${title} of ${name}: the lots`,
          subtitle: 'In the window of this page',
          load: whenAsked(async () =>
            (await import('./supplier-quality-rows')).supplierQualityRows(client, asked, figure),
          ),
        })
      }
    />
  );
  const { defectRate = null, lotRejectionRate = null } = quality ?? {};
  return (
    <>
      {tile(
        'Defects',
        defectRate,
        (ppm) => ({
          text: formatTile(ppm),
          unit: 'ppm',
          exact: `${formatExact(ppm)} ppm = ${formatPercentExact(ppm / 10_000)}`,
        }),
        defectRate && `defective per million delivered, ${countOf(defectRate.n, 'lot')} inspected`,
        'defectRate',
      )}
      {tile(
        'Lot rejection',
        lotRejectionRate,
        (percent) => ({ text: percentDigits(percent), unit: '%', exact: formatPercentExact(percent) }),
        lotRejectionRate && `of ${countOf(lotRejectionRate.n, 'lot')} decided`,
        'lotRejectionRate',
      )}
    </>
  );
}
