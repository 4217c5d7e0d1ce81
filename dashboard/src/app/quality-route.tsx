import type { ReactNode } from 'react';
import { QualityPage } from '../features/quality/quality-page';
import { parseLotOrder, parseLotTab } from '../features/quality/quality.model';
import { useDark } from '../ui/color-scheme';
import { useApp } from './app-context';
import { lineLink, supplierLink } from './links';
import { idOf, ofPlants } from './narrowing';
import { Page, Waiting } from './page';
import { useView } from './use-view';

/** Defects under each way of counting, and the lots behind them. */
export function QualityRoute(): ReactNode {
  const { today } = useApp();
  const { view, raw, search, change } = useView();
  const dark = useDark();
  return (
    <Page title="Quality">
      {view.window && view.span ? (
        <QualityPage
          variables={{ scope: ofPlants(view), window: view.window, asOf: view.asOf, knownAt: view.knownAt }}
          span={view.span}
          today={today}
          past={view.asOfDay !== null}
          tab={parseLotTab(raw['tab'])}
          onTab={(tab) => change({ tab: tab === 'open' ? undefined : tab })}
          order={parseLotOrder(raw['by'])}
          onOrder={(by) => change({ by: by === 'newest' ? undefined : by })}
          supplier={idOf(raw['supplier'])}
          plant={idOf(raw['plant'])}
          onPlant={(plant) => change({ plant: plant ?? undefined })}
          onClear={() => change({ supplier: undefined, plant: undefined })}
          lot={idOf(raw['lot'])}
          onLot={(lot) => change({ lot: lot ?? undefined })}
          view={search.view ?? 'chart'}
          onView={(chosen) => change({ view: chosen === 'table' ? 'table' : undefined })}
          dark={dark}
          supplierLink={supplierLink}
          lineLink={lineLink}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
