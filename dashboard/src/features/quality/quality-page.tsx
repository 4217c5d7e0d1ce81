import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import type { Day } from '../../format/date';
import type { QualityFiguresQueryVariables, ScopeInput } from '../../gql/graphql';
import { Button } from '../../ui/button';
import layout from '../../ui/screen.module.css';
import type { SeriesView } from '../../ui/series-section';
import { QUALITY_CHANGED } from './live.query';
import { LotList, type LotLinks } from './lot-list';
import { LotPeek } from './lot-peek';
import { QualityParties } from './quality-parties';
import { QualitySeries } from './quality-series';
import { QualityTiles } from './quality-tiles';
import type { LotOrder, LotTab } from './quality.model';
import { QUALITY_FIGURES } from './quality.query';

interface QualityPageProps extends LotLinks {
  variables: QualityFiguresQueryVariables;
  span: { from: Day; to: Day };
  today: Day;
  /** The page looks back: the list does not, and says so. */
  past: boolean;
  tab: LotTab;
  onTab: (tab: LotTab) => void;
  order: LotOrder;
  onOrder: (order: LotOrder) => void;
  supplier: string | null;
  plant: string | null;
  onPlant: (id: string | null) => void;
  /** Takes supplier and plant out. */
  onClear: () => void;
  /** The lot shown beside the list. */
  lot: string | null;
  onLot: (id: string | null) => void;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** What was delivered defective, by which way of counting, and what waits for a decision. */
export function QualityPage(props: QualityPageProps): ReactNode {
  const { span, today, past, supplier, plant, onClear, lot, onLot, supplierLink, lineLink } = props;
  const narrowing: ScopeInput = {
    ...(supplier === null ? {} : { supplierIds: [supplier] }),
    ...(plant === null ? {} : { plantIds: [plant] }),
  };
  const narrowed = supplier !== null || plant !== null;
  const variables = narrowed
    ? { ...props.variables, scope: { ...props.variables.scope, ...narrowing } }
    : props.variables;
  const result = useQuery(QUALITY_FIGURES, { ...useLivePolling(), variables });
  const answer = useAnswer(result, result.data?.qualityPerformance, variables);
  const { scope, window } = variables;
  useStream(past ? null : streamOf('figures', 'qualityPerformanceChanged', QUALITY_CHANGED, { scope, window }), {
    onRefetch: answer.refetch,
  });
  return (
    <>
      {narrowed ? (
        <p className={layout.note}>
          Only{' '}
          {[supplier === null ? null : 'one supplier', plant === null ? null : 'one plant']
            .filter(Boolean)
            .join(' at ')}
          .
          <Button size="xs" variant="default" onClick={onClear}>
            Show all
          </Button>
        </p>
      ) : null}
      <QualityTiles answer={answer} variables={variables} />
      <QualitySeries
        variables={variables}
        past={past}
        span={span}
        whole={answer.value?.found.value ?? null}
        freshness={answer.value?.found.freshness ?? null}
        view={props.view}
        onView={props.onView}
        dark={props.dark}
      />
      <QualityParties
        variables={variables}
        past={past}
        supplierLink={supplierLink}
        plant={plant}
        onPlant={props.onPlant}
      />
      {past ? <p className={layout.note}>The list has no past: it shows the lots as they are now.</p> : null}
      <LotList
        tab={props.tab}
        onTab={props.onTab}
        order={props.order}
        onOrder={props.onOrder}
        narrowing={{ origin: props.variables.scope?.origin, ...narrowing }}
        span={span}
        today={today}
        peeked={lot}
        onPeek={onLot}
        supplierLink={supplierLink}
        lineLink={lineLink}
      />
      {lot === null ? null : (
        <LotPeek
          key={lot}
          id={lot}
          today={today}
          onClose={() => onLot(null)}
          supplierLink={supplierLink}
          lineLink={lineLink}
        />
      )}
    </>
  );
}
