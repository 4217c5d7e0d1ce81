import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Answer } from '../../apollo/use-answer';
import { formatDuration } from '../../format/duration';
import { countOf, formatExact } from '../../format/quantity';
import { unitWord } from '../../format/unit';
import type { ProductionFiguresQuery, ProductionFiguresQueryVariables } from '../../gql/graphql';
import type { FigureFacts } from '../../ui/figure';
import { FigureTile, rowsLabel, type Reading } from '../../ui/figure-tile';
import { toneOf, verdictOf } from '../../ui/limits';
import { quantityReading, shareReading } from '../../ui/readings';
import { NotRefreshed } from '../../ui/not-refreshed';
import { RecordsWaiting, RecordTable, StateWord } from '../../ui/record-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import type { ProductionFigure } from './production-rows';
import { headlineOf, waitingShape } from './production.model';

type Performance = NonNullable<ProductionFiguresQuery['productionPerformance']>;

interface FiguresProps {
  answer: Answer<Performance>;
  variables: ProductionFiguresQueryVariables;
}

/** The sentence and the tiles: kept to plan, right the first time, made and not posted. */
export function ProductionTiles({ answer, variables }: FiguresProps): ReactNode {
  const { value: performance, failure } = answer;
  const client = useApolloClient();
  const openRows = useOpenRows();
  const tile = (
    title: string,
    facts: FigureFacts | null,
    figure: ProductionFigure,
    readings: readonly Reading[],
    context: string | null,
    tone: 'plain' | 'watch' | 'risk' = 'plain',
  ): ReactNode => (
    <FigureTile
      title={title}
      facts={facts}
      failure={failure}
      readings={readings}
      context={context}
      tone={tone}
      rowsLabel={facts ? rowsLabel(facts) : undefined}
      onRows={() =>
        openRows({
          title: `${title}: the rows`,
          subtitle: 'In the window of this page',
          load: whenAsked(async () => (await import('./production-rows')).productionRows(client, variables, figure)),
        })
      }
    />
  );
  const { scheduleAdherence = null, firstPassYield = null, unposted = null } = performance ?? {};
  const oldest = performance?.oldestUnpostedSeconds ?? null;
  const sentence =
    performance &&
    headlineOf({
      adherence: performance.scheduleAdherence,
      unpostedOrders: performance.unpostedOrders,
      oldestUnpostedSeconds: oldest,
    });
  return (
    <>
      <p className={layout.headline}>{sentence ?? (performance ? 'No work order to judge in this window.' : null)}</p>
      <h2 className="sl-unseen">Figures</h2>
      <div className={layout.tiles}>
        {tile(
          'Made, not posted',
          unposted,
          'unposted',
          unposted
            ? [quantityReading(unposted.value, unposted.unitCode === null ? 'units' : unitWord(unposted.unitCode))]
            : [],
          performance?.unpostedOrders == null
            ? null
            : `${countOf(performance.unpostedOrders, 'work order')} complete in MES, not in ERP${oldest === null ? '' : `; the oldest waits for ${formatDuration(oldest)}`}`,
          toneOf(verdictOf('unpostedSeconds', oldest)),
        )}
        {tile(
          'Schedule adherence',
          scheduleAdherence,
          'scheduleAdherence',
          scheduleAdherence ? [shareReading(scheduleAdherence.value)] : [],
          scheduleAdherence &&
            `of ${countOf(scheduleAdherence.n, 'order')} due were complete by the day frozen at release`,
        )}
        {tile(
          'First-pass yield',
          firstPassYield,
          'firstPassYield',
          firstPassYield ? [shareReading(firstPassYield.value)] : [],
          firstPassYield && `of the units of ${countOf(firstPassYield.n, 'order')} passed without rework or scrap`,
        )}
      </div>
    </>
  );
}

interface PlantsProps extends FiguresProps {
  plant: string | null;
  onPlant: (id: string | null) => void;
}

/** The same figures for each plant. */
export function ProductionPlants({ answer, variables, plant, onPlant }: PlantsProps): ReactNode {
  const client = useApolloClient();
  const openRows = useOpenRows();
  const performance = answer.value;
  const link = (id: string, name: string, figure: ProductionFigure, title: string, text: string): ReactNode => (
    <button
      type="button"
      className="sl-cell-link"
      aria-label={`${name}, ${title}: ${text}, show the rows`}
      onClick={() =>
        openRows({
          title: `${title} at ${name}: the rows`,
          subtitle: 'In the window of this page',
          load: whenAsked(async () =>
            (await import('./production-rows')).productionRows(
              client,
              { ...variables, scope: { ...variables.scope, plantIds: [id] } },
              figure,
            ),
          ),
        })
      }
    >
      {text}
    </button>
  );
  return (
    <Section id="plants" card title="Plants" description="Press a plant to see only its orders, a number for its rows.">
      {performance === null ? (
        answer.failure ? (
          <TileFailure {...answer.failure} />
        ) : (
          <RecordsWaiting label="Loading plants" rows={3} />
        )
      ) : (
        <RecordTable
          label="Production of each plant"
          columns={[
            { key: 'plant', name: 'Plant', firm: true },
            { key: 'unposted', name: 'Orders not posted', number: true },
            { key: 'oldest', name: 'Oldest waits' },
            { key: 'adherence', name: 'Schedule adherence (%)', number: true },
            { key: 'due', name: 'Orders due', number: true },
            { key: 'yield', name: 'First-pass yield (%)', number: true },
          ]}
          none="No plant has work orders in this window. Simulated ones come with npm start."
          rows={performance.byPlant.flatMap((row) => {
            const { plant: at } = row;
            if (!at) return [];
            const oldest = row.oldestUnpostedSeconds;
            return [
              {
                key: at.id,
                chosen: at.id === plant,
                cells: [
                  <button
                    key="plant"
                    type="button"
                    className="sl-cell-link"
                    aria-pressed={at.id === plant}
                    onClick={() => onPlant(at.id === plant ? null : at.id)}
                  >
                    {at.code === at.name ? at.name : `${at.code} ${at.name}`}
                  </button>,
                  row.unpostedOrders === null
                    ? '—'
                    : link(at.id, at.code, 'unposted', 'Made, not posted', formatExact(row.unpostedOrders)),
                  oldest === null ? (
                    '—'
                  ) : (
                    <StateWord key="oldest" shape={waitingShape(oldest)}>
                      {formatDuration(oldest)}
                    </StateWord>
                  ),
                  row.scheduleAdherence.value === null
                    ? '—'
                    : link(
                        at.id,
                        at.code,
                        'scheduleAdherence',
                        'Schedule adherence',
                        formatExact(row.scheduleAdherence.value),
                      ),
                  formatExact(row.scheduleAdherence.n),
                  row.firstPassYield.value === null
                    ? '—'
                    : link(at.id, at.code, 'firstPassYield', 'First-pass yield', formatExact(row.firstPassYield.value)),
                ],
              },
            ];
          })}
        />
      )}
      {performance && answer.failure ? <NotRefreshed failure={answer.failure} /> : null}
    </Section>
  );
}
