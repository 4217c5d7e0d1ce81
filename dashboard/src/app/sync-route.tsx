import type { ReactNode } from 'react';
import { SyncPage } from '../features/sync/sync-page';
import { parseBucket } from '../features/sync/sync.model';
import { daysBetween } from '../format/date';
import { useDark } from '../ui/color-scheme';
import { idOf, ofPlants } from './narrowing';
import { Page, Waiting } from './page';
import { useView } from './use-view';

/** How far behind reality the platform is, and where. */
export function SyncRoute(): ReactNode {
  const { view, raw, search, change } = useView();
  const dark = useDark();
  return (
    <Page title="Sync health">
      {view.window && view.span ? (
        <SyncPage
          variables={{ scope: ofPlants(view), window: view.window }}
          past={view.asOfDay !== null}
          flows={raw['flows'] === 'list' ? 'list' : 'matrix'}
          onFlows={(flows) => change({ flows: flows === 'matrix' ? undefined : flows })}
          bucket={parseBucket(raw['bucket'], daysBetween(view.span.from, view.span.to))}
          onBucket={(bucket) => change({ bucket: bucket.toLowerCase() })}
          flow={idOf(raw['flow'])}
          onFlow={(flow) => change({ flow: flow ?? undefined })}
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
