import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { TopExceptions } from '../features/orders/top-exceptions';
import { SupplierPage } from '../features/suppliers/supplier-page';
import { useApp } from './app-context';
import { lineLink, ordersLink, qualityLink, supplierLink, suppliersLink } from './links';
import { Page, Waiting } from './page';
import { useView } from './use-view';

/** One supplier. */
export function SupplierRoute(): ReactNode {
  const { today } = useApp();
  const { view } = useView();
  const { id } = useParams({ from: '/suppliers/$id' });
  return (
    <Page
      title="Supplier"
      actions={
        <span style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
          {qualityLink('Its inspection lots', id)}
          {suppliersLink('All suppliers')}
        </span>
      }
    >
      {view.window && view.span ? (
        <SupplierPage
          id={id}
          variables={{ scope: view.scope, window: view.window, asOf: view.asOf, knownAt: view.knownAt }}
          span={view.span}
          lineLink={lineLink}
        >
          {() => (
            <TopExceptions
              filter={{ origin: view.origin, supplierIds: [id] }}
              today={today}
              past={view.asOfDay !== null}
              lineLink={lineLink}
              supplierLink={supplierLink}
              allLink={(words) => ordersLink(words, id)}
            />
          )}
        </SupplierPage>
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
