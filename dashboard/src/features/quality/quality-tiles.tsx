import { useApolloClient } from '@apollo/client/react';
import type { ReactNode } from 'react';
import type { Answer } from '../../apollo/use-answer';
import { countOf, formatTile, UNKNOWN } from '../../format/quantity';
import type { QualityFiguresQuery, QualityFiguresQueryVariables } from '../../gql/graphql';
import type { FigureFacts } from '../../ui/figure';
import { FigureTile, rowsLabel, type Reading } from '../../ui/figure-tile';
import { toneOf, verdictOf } from '../../ui/limits';
import { ppmReading, shareReading } from '../../ui/readings';
import { useOpenRows } from '../../ui/rows-context';
import { whenAsked } from '../../ui/rows-page';
import layout from '../../ui/screen.module.css';
import type { QualityFigure } from './quality-rows';
import { CONVENTION_WORDS, CONVENTIONS, headlineOf, intervalWords } from './quality.model';

type Performance = NonNullable<QualityFiguresQuery['qualityPerformance']>;

interface QualityTilesProps {
  answer: Answer<Performance>;
  variables: QualityFiguresQueryVariables;
}

/** The same lots under every counting convention, side by side, and the share of lots not accepted. */
export function QualityTiles({ answer, variables }: QualityTilesProps): ReactNode {
  const { value: performance, failure } = answer;
  const client = useApolloClient();
  const openRows = useOpenRows();
  const tile = (
    title: string,
    facts: FigureFacts | null,
    figure: QualityFigure,
    readings: readonly Reading[],
    context: string | null,
    tone: 'plain' | 'watch' | 'risk' = 'plain',
  ): ReactNode => (
    <FigureTile
      key={figure}
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
          load: whenAsked(async () => (await import('./quality-rows')).qualityRows(client, variables, figure)),
        })
      }
    />
  );
  const rejected = performance?.lotRejectionRate ?? null;
  const sentence =
    performance &&
    headlineOf({ found: performance.found.value, lot: performance.lot.value, rejected: performance.lotRejectionRate });
  return (
    <>
      <p className={layout.headline}>{sentence ?? (performance ? 'Nothing was inspected in this window.' : null)}</p>
      <h2 className="sl-unseen">Figures</h2>
      <div className={layout.tiles}>
        {tile(
          'Lots not accepted',
          rejected,
          'lotRejectionRate',
          rejected ? [shareReading(rejected.value)] : [],
          rejected && `of ${countOf(rejected.n, 'lot')} decided on after an inspection`,
          toneOf(verdictOf('rejectedPercent', rejected?.value ?? null)),
        )}
        {CONVENTIONS.map((convention) => {
          const facts = performance?.[convention] ?? null;
          const { name, counts } = CONVENTION_WORDS[convention];
          const readings = facts ? [ppmReading(facts.value, convention === 'estimated' ? 'estimate' : undefined)] : [];
          if (performance && convention === 'estimated') {
            const { lower, upper } = performance.estimated;
            readings.push({
              label: '95 % interval (Wilson)',
              text: lower === null || upper === null ? UNKNOWN : `${formatTile(lower)} – ${formatTile(upper)}`,
              exact: intervalWords(lower, upper) ?? UNKNOWN,
            });
          }
          return tile(
            `Defects: ${name.toLowerCase()}`,
            facts,
            convention,
            readings,
            facts && `${counts}; ${countOf(facts.n, 'lot')}`,
          );
        })}
      </div>
    </>
  );
}
