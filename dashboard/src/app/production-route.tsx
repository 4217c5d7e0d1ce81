import type { ReactNode } from 'react';
import { ProductionPage } from '../features/production/production-page';
import { parseTab } from '../features/production/production.model';
import { useDark } from '../ui/color-scheme';
import { Page, Waiting } from './page';
import { useView } from './use-view';
import { idOf, ofPlants } from './narrowing';

/** Work orders: what was made, as planned or not, and what of it the books lack. */
export function ProductionRoute(): ReactNode {
  const { view, raw, search, change } = useView();
  const dark = useDark();
  return (
    <Page title="Production">
      {view.window && view.span ? (
        <ProductionPage
          variables={{ scope: ofPlants(view), window: view.window, asOf: view.asOf, knownAt: view.knownAt }}
          span={view.span}
          past={view.asOfDay !== null}
          tab={parseTab(raw['tab'])}
          onTab={(tab) => change({ tab: tab === 'unposted' ? undefined : tab })}
          plant={idOf(raw['plant'])}
          onPlant={(plant) => change({ plant: plant ?? undefined })}
          order={idOf(raw['order'])}
          onOrder={(order) => change({ order: order ?? undefined })}
          view={search.view ?? 'chart'}
          onView={(chosen) => change({ view: chosen === 'table' ? 'table' : undefined })}
          dark={dark}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
