import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Answer } from '../../apollo/use-answer';
import { formatLag } from '../../format/lag';
import { countOf, formatCount } from '../../format/quantity';
import type { SyncHealthQuery, SyncHealthQueryVariables } from '../../gql/graphql';
import { DefinitionPopover } from '../../ui/definition-popover';
import type { FigureFacts } from '../../ui/figure';
import { FigureTile, rowsLabel } from '../../ui/figure-tile';
import { NotRefreshed } from '../../ui/not-refreshed';
import { NumberTable } from '../../ui/number-table';
import { secondsReading } from '../../ui/readings';
import { RecordsWaiting } from '../../ui/record-table';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import layout from '../../ui/screen.module.css';
import { Section } from '../../ui/section';
import { TileFailure } from '../../ui/tile-failure';
import { errorWords, LAG_PARTS_IN_ORDER, LAG_WORDS, sharesOf, type LagName } from './sync.model';
import classes from './sync.module.css';

export type Health = NonNullable<SyncHealthQuery['syncHealth']>;

interface SyncTilesProps {
  answer: Answer<Health>;
  variables: SyncHealthQueryVariables;
}

/** Opens the rows of one lag over all flows. */
function useOpenLag(variables: SyncHealthQueryVariables): (lag: LagName) => void {
  const client = useApolloClient();
  const openRows = useOpenRows();
  return (lag) =>
    openRows({
      title: `${LAG_WORDS[lag].name}: the rows`,
      subtitle: 'In the window of this page',
      load: whenAsked(async () => (await import('./sync-rows')).lagRows(client, variables, lag)),
    });
}

/** The two lags that people ask about, and the three parts that the first one is made of. */
export function SyncTiles({ answer, variables }: SyncTilesProps): ReactNode {
  const { value: health, failure } = answer;
  const open = useOpenLag(variables);
  const tile = (lag: LagName): ReactNode => {
    const figure = health?.lag[lag] ?? null;
    const error = errorWords(figure?.relativeError ?? null);
    return (
      <FigureTile
        title={`${LAG_WORDS[lag].name} lag`}
        facts={figure satisfies FigureFacts | null}
        failure={failure}
        readings={
          figure ? [secondsReading(figure.p95, '95th percentile'), secondsReading(figure.median, 'median')] : []
        }
        context={
          figure && `${LAG_WORDS[lag].from}; ${countOf(figure.n, 'fact')}${error ? `, estimated within ${error}` : ''}`
        }
        rowsLabel={figure ? rowsLabel(figure) : undefined}
        onRows={() => open(lag)}
      />
    );
  };
  return (
    <div className={layout.pair}>
      <div className={layout.pair}>
        {tile('endToEnd')}
        {tile('pipeline')}
      </div>
      <LagPartsCard answer={answer} open={open} />
    </div>
  );
}

function LagPartsCard({ answer, open }: { answer: Answer<Health>; open: (lag: LagName) => void }): ReactNode {
  const health = answer.value;
  return (
    <Section
      id="parts"
      card
      title="Where the time goes"
      description="The three parts of end-to-end lag. Percentiles of parts do not add up to the percentile of the whole."
    >
      {health === null ? (
        answer.failure ? (
          <TileFailure {...answer.failure} />
        ) : (
          <RecordsWaiting label="Loading the parts of lag" rows={5} />
        )
      ) : (
        <>
          <div className={classes.bars} aria-hidden="true">
            <Bar name="Half of the facts, part by part" lag={health.lag} of="median" />
            <Bar name="95 of 100 facts, part by part" lag={health.lag} of="p95" />
          </div>
          <NumberTable
            label="The parts of lag"
            columns={[
              { key: 'part', name: 'Part', text: true },
              { key: 'p50', name: 'Median' },
              { key: 'p95', name: '95th percentile' },
              { key: 'n', name: 'Facts' },
              { key: 'meaning', name: 'Meaning' },
            ]}
            rows={LAG_PARTS_IN_ORDER.map((part) => {
              const figure = health.lag[part];
              return {
                key: part,
                cells: [
                  <span key="part">
                    <span className={classes.swatch} data-part={part} aria-hidden="true" />
                    {LAG_WORDS[part].name}
                  </span>,
                  formatLag(figure.median),
                  formatLag(figure.p95),
                  <button
                    key="rows"
                    type="button"
                    className="sl-cell-link"
                    aria-label={`${LAG_WORDS[part].name}: ${formatCount(figure.n)} facts, show the rows`}
                    onClick={() => open(part)}
                  >
                    {formatCount(figure.n)}
                  </button>,
                  <DefinitionPopover key="meaning" title={`${LAG_WORDS[part].name} lag`} facts={figure} />,
                ],
              };
            })}
          />
          {answer.failure ? <NotRefreshed failure={answer.failure} /> : null}
        </>
      )}
    </Section>
  );
}

function Bar({ name, lag, of }: { name: string; lag: Health['lag']; of: 'median' | 'p95' }): ReactNode {
  const shares = sharesOf({ entry: lag.entry[of], transport: lag.transport[of], processing: lag.processing[of] });
  return (
    <div>
      <p>
        {name}
        {shares === null ? ': not known' : ''}
      </p>
      <div className={classes.bar}>
        {shares?.map(({ name: part, seconds, share }) => (
          <span
            key={part}
            data-part={part}
            style={{ flexGrow: share }}
            title={`${LAG_WORDS[part].name}: ${formatLag(seconds)}`}
          />
        ))}
      </div>
    </div>
  );
}
