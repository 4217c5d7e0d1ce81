import type { ReactNode } from 'react';
import { SupplierTable } from '../features/suppliers/supplier-table';
import { supplierLink } from './links';
import { Page, Waiting } from './page';
import { useView } from './use-view';
import { DEFAULT_SORT } from './view';

/** Every supplier with its figures. */
export function SuppliersRoute(): ReactNode {
  const { view, search, change } = useView();
  return (
    <Page title="Suppliers">
      {view.window ? (
        <SupplierTable
          variables={{ scope: view.scope, window: view.window, asOf: view.asOf, knownAt: view.knownAt }}
          sort={search.sort ?? DEFAULT_SORT}
          onSort={(sort) => change({ sort })}
          search={search.q ?? ''}
          onSearch={(q) => change({ q })}
          nameOf={supplierLink}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
