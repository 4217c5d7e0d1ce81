import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useStream } from '../../apollo/live/live-context';
import { streamOf } from '../../apollo/live/stream-spec';
import { useLivePolling, usePulse } from '../../apollo/polling';
import { useAnswer } from '../../apollo/use-answer';
import type { ProductionFiguresQueryVariables, WorkOrderFilter } from '../../gql/graphql';
import { Button } from '../../ui/button';
import layout from '../../ui/screen.module.css';
import type { SeriesView } from '../../ui/series-section';
import { WORK_ORDER_CHANGED } from './live.query';
import { ProductionSeries } from './production-series';
import { ProductionPlants, ProductionTiles } from './production-tiles';
import type { WorkOrderTab } from './production.model';
import { PRODUCTION_FIGURES } from './production.query';
import { WorkOrderList } from './work-order-list';
import { WorkOrderPeek } from './work-order-peek';

interface ProductionPageProps {
  /** Of plants and origin alone: no work order has a supplier. */
  variables: ProductionFiguresQueryVariables;
  span: { from: string; to: string };
  /** The page looks back: the list does not, and says so. */
  past: boolean;
  tab: WorkOrderTab;
  onTab: (tab: WorkOrderTab) => void;
  plant: string | null;
  onPlant: (id: string | null) => void;
  /** The order shown beside the list. */
  order: string | null;
  onOrder: (id: string | null) => void;
  view: SeriesView;
  onView: (view: SeriesView) => void;
  dark: boolean;
}

/** What is made, whether it is made as planned, and whether the books know of it. */
export function ProductionPage(props: ProductionPageProps): ReactNode {
  const { span, past, tab, onTab, plant, onPlant, order, onOrder, view, onView, dark } = props;
  const whole = props.variables;
  const narrowed = plant === null ? whole : { ...whole, scope: { ...whole.scope, plantIds: [plant] } };
  const polling = useLivePolling();
  const ofAll = useQuery(PRODUCTION_FIGURES, { ...polling, variables: whole });
  const ofPlant = useQuery(PRODUCTION_FIGURES, { ...polling, variables: narrowed, skip: plant === null });
  const all = useAnswer(ofAll, ofAll.data?.productionPerformance, whole);
  const one = useAnswer(ofPlant, ofPlant.data?.productionPerformance, narrowed);
  const shown = plant === null ? all : one;
  const narrowing: WorkOrderFilter = {
    origin: whole.scope?.origin,
    ...(plant === null ? {} : { plantIds: [plant] }),
  };
  const pulse = usePulse(() => {
    all.refetch();
    if (plant !== null) one.refetch();
  });
  // No stream has the figures themselves: they are asked for again as orders change.
  useStream(past ? null : streamOf('facts', 'workOrderChanged', WORK_ORDER_CHANGED, { filter: narrowing }), {
    onChange: pulse,
    onRefetch: pulse,
  });
  const at = all.value?.byPlant.find((row) => row.plant?.id === plant)?.plant;
  return (
    <>
      {plant === null ? null : (
        <p className={layout.note}>
          Only {at ? `${at.code} ${at.name}` : 'one plant'}.
          <Button size="xs" variant="default" onClick={() => onPlant(null)}>
            All plants
          </Button>
        </p>
      )}
      <ProductionTiles answer={shown} variables={narrowed} />
      {past ? <p className={layout.note}>The list has no past: it shows the work orders as they are now.</p> : null}
      <WorkOrderList tab={tab} onTab={onTab} narrowing={narrowing} peeked={order} onPeek={onOrder} />
      <ProductionPlants answer={all} variables={whole} plant={plant} onPlant={onPlant} />
      <ProductionSeries
        variables={narrowed}
        narrowing={narrowing}
        past={past}
        span={span}
        freshness={shown.value?.scheduleAdherence.freshness ?? null}
        view={view}
        onView={onView}
        dark={dark}
      />
      {order === null ? null : <WorkOrderPeek key={order} id={order} onClose={() => onOrder(null)} />}
    </>
  );
}
