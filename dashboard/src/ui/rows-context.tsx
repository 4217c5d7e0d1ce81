import { createContext, lazy, Suspense, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { LoadRows } from './rows-page';
import { patiently } from './patient-import';

/** Which rows to show: under what title, and how to read them. */
export interface RowsRequest {
  title: string;
  /** One line under the title: scope and window in words. */
  subtitle: string;
  load: LoadRows;
}

const OpenRows = createContext<(request: RowsRequest) => void>(() => {
  throw new Error('RowsHost is missing above this figure');
});

/** Opens the drawer with the rows behind a figure. */
export function useOpenRows(): (request: RowsRequest) => void {
  return useContext(OpenRows);
}

const RowsDrawer = lazy(async () => ({ default: (await patiently(() => import('./rows-drawer'))).RowsDrawer }));

/** Holds the one drawer of the page; it is loaded when first opened. */
export function RowsHost({ children }: { children: ReactNode }): ReactNode {
  const [request, setRequest] = useState<RowsRequest | null>(null);
  const [opened, setOpened] = useState(false);
  const open = useCallback((next: RowsRequest) => {
    setRequest(next);
    setOpened(true);
  }, []);
  const close = useCallback(() => setOpened(false), []);
  const drawer = useMemo(
    () =>
      request === null ? null : (
        <Suspense fallback={null}>
          <RowsDrawer request={request} opened={opened} onClose={close} />
        </Suspense>
      ),
    [request, opened, close],
  );
  return (
    <OpenRows value={open}>
      {children}
      {drawer}
    </OpenRows>
  );
}
