import { useApolloClient, useQuery } from '@apollo/client/react';
import { useMemo, useState, type ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import { formatCount, formatDecimal, formatExact, UNKNOWN } from '../../format/quantity';
import type { QualityFiguresQueryVariables, QualityPartiesQuery } from '../../gql/graphql';
import { Button } from '../../ui/button';
import { Segmented } from '../../ui/field';
import { FreshnessMark } from '../../ui/freshness-mark';
import { limitWords, verdictOf } from '../../ui/limits';
import { NotRefreshed } from '../../ui/not-refreshed';
import { RecordsWaiting, RecordTable, StateWord, type RecordRow } from '../../ui/record-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import { useStableOrder } from '../../ui/stable-order';
import { TileFailure } from '../../ui/tile-failure';
import { QUALITY_CHANGED } from './live.query';
import type { QualityFigure } from './quality-rows';
import { QUALITY_PARTIES } from './quality.query';

interface QualityPartiesProps {
  variables: QualityFiguresQueryVariables;
  past: boolean;
  supplierLink: (id: string, name: string) => ReactNode;
  plant: string | null;
  onPlant: (id: string | null) => void;
}

type Performance = NonNullable<QualityPartiesQuery['qualityPerformance']>;
type Figures = Pick<Performance['byPlant'][number], 'defectRate' | 'lotRejectionRate'>;

const SHOWN = 20;
const WORDS = `Defects: ${limitWords('defectPpm', 'ppm')}; lots not accepted: ${limitWords('rejectedPercent', '%')}.`;

/** The same figures for each supplier and each plant. */
export function QualityParties({ variables, past, supplierLink, plant, onPlant }: QualityPartiesProps): ReactNode {
  const [by, setBy] = useState<'DEFECTS_DESC' | 'DEFECT_RATE_DESC'>('DEFECTS_DESC');
  const [all, setAll] = useState(false);
  const asked = { ...variables, orderBy: by };
  const result = useQuery(QUALITY_PARTIES, { ...useLivePolling(), variables: asked });
  const { value, failure, refetch } = useAnswer(result, result.data?.qualityPerformance, asked);
  // The same stream as the tiles': the changes of one are the changes of the other.
  const pulse = usePulse(refetch, 10_000);
  const { scope, window } = variables;
  useStream(past ? null : streamOf('figures', 'qualityPerformanceChanged', QUALITY_CHANGED, { scope, window }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  const suppliers = useMemo(
    () => (value?.bySupplier ?? []).map((row) => ({ ...row, id: row.supplier?.id ?? 'own' })),
    [value],
  );
  const { rows, moved, resort } = useStableOrder(suppliers, JSON.stringify(asked));
  const cellsOf = useCells(variables);
  const waiting = failure ? <TileFailure {...failure} /> : <RecordsWaiting label="Loading" />;
  return (
    <>
      <Section
        id="quality-suppliers"
        card
        title="Suppliers"
        description="Found in samples, per million delivered. Press a number for its rows."
        actions={
          <>
            {moved ? (
              <Button size="xs" variant="default" onClick={resort}>
                Order has changed: sort again
              </Button>
            ) : null}
            <Segmented
              label="Order of suppliers"
              data={[
                { value: 'DEFECTS_DESC', label: 'Most defects' },
                { value: 'DEFECT_RATE_DESC', label: 'Highest rate' },
              ]}
              value={by}
              onChange={setBy}
            />
          </>
        }
      >
        {value === null ? (
          waiting
        ) : (
          <>
            <RecordTable
              label="Defects and rejected lots of each supplier"
              height={560}
              columns={[{ key: 'supplier', name: 'Supplier', firm: true }, ...COLUMNS]}
              rows={rows.slice(0, all ? rows.length : SHOWN).map((row): RecordRow => {
                const name = row.supplier?.name ?? 'Own goods';
                const first = row.supplier ? supplierLink(row.supplier.id, name) : name;
                return {
                  key: row.id,
                  cells: [first, ...cellsOf(row, name, row.supplier && { supplierIds: [row.id] })],
                };
              })}
              none="No supplier's goods were received in this window. A longer window may have some."
            />
            <div className={layout.foot}>
              <FreshnessMark freshness={value.freshness} failure={failure} />
              {failure ? <TileFailure {...failure} brief /> : null}
              {rows.length > SHOWN ? (
                <Button size="xs" variant="default" onClick={() => setAll(!all)}>
                  {all ? `Only the first ${SHOWN}` : `All ${formatCount(rows.length)}`}
                </Button>
              ) : null}
              <span>{WORDS}</span>
            </div>
          </>
        )}
      </Section>
      <Section
        id="quality-plants"
        card
        title="Plants"
        description="Where the goods came in. Press a plant to see only its figures."
      >
        {value === null ? (
          waiting
        ) : (
          <RecordTable
            label="Defects and rejected lots of each plant"
            columns={[{ key: 'plant', name: 'Plant', firm: true }, ...COLUMNS]}
            rows={value.byPlant.map((row): RecordRow => {
              const at = row.plant;
              const name = at ? (at.code === at.name ? at.name : `${at.code} ${at.name}`) : 'Not said where';
              const first = at ? (
                <button
                  type="button"
                  className="sl-cell-link"
                  aria-pressed={at.id === plant}
                  onClick={() => onPlant(at.id === plant ? null : at.id)}
                >
                  {name}
                </button>
              ) : (
                name
              );
              return {
                key: at?.id ?? 'none',
                chosen: at !== null && at.id === plant,
                cells: [first, ...cellsOf(row, name, at && { plantIds: [at.id] })],
              };
            })}
            none="No plant received goods in this window. A longer window may have some."
          />
        )}
        {value && failure ? <NotRefreshed failure={failure} /> : null}
      </Section>
    </>
  );
}

const COLUMNS = [
  { key: 'ppm', name: 'Defects (ppm)', number: true },
  { key: 'ppm-state', name: 'State' },
  { key: 'units', name: 'Defective / delivered', number: true },
  { key: 'rejected', name: 'Lots not accepted (%)', number: true },
  { key: 'rejected-state', name: 'State' },
  { key: 'lots', name: 'Lots decided', number: true },
] as const;

/** The cells after the name, each number leading to its rows when `scope` narrows the figure to the row. */
function useCells(
  variables: QualityFiguresQueryVariables,
): (row: Figures, name: string, scope: NonNullable<QualityFiguresQueryVariables['scope']> | null) => ReactNode[] {
  const client = useApolloClient();
  const openRows = useOpenRows();
  return ({ defectRate, lotRejectionRate }, name, scope) => {
    const number = (value: number | null, figure: QualityFigure, title: string): ReactNode => {
      const text = value === null ? UNKNOWN : formatExact(value);
      if (value === null || scope === null) return text;
      return (
        <button
          key={figure}
          type="button"
          className="sl-cell-link"
          aria-label={`${name}, ${title}: ${text}, show the rows`}
          onClick={() =>
            openRows({
              title: `${title} of ${name}: the rows`,
              subtitle: 'In the window of this page',
              load: whenAsked(async () =>
                (await import('./quality-rows')).qualityRows(
                  client,
                  { ...variables, scope: { ...variables.scope, ...scope } },
                  figure,
                ),
              ),
            })
          }
        >
          {text}
        </button>
      );
    };
    const ppm = verdictOf('defectPpm', defectRate.value);
    const rejected = verdictOf('rejectedPercent', lotRejectionRate.value);
    return [
      number(defectRate.value, 'found', 'Defects'),
      <StateWord key="ppm" shape={ppm.shape}>
        {ppm.word}
      </StateWord>,
      `${formatDecimal(defectRate.numerator)} / ${formatDecimal(defectRate.denominator)}`,
      number(lotRejectionRate.value, 'lotRejectionRate', 'Lots not accepted'),
      <StateWord key="rejected" shape={rejected.shape}>
        {rejected.word}
      </StateWord>,
      formatCount(lotRejectionRate.n),
    ];
  };
}
