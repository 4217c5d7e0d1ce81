import { useLocation } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { operationIn } from '../features/explorer/deep-link';
import { ExplorerPage } from '../features/explorer/explorer-page';
import { useDark } from '../ui/color-scheme';
import { useApp } from './app-context';
import { Page } from './page';

/** The graph to try out, as whoever is signed in. */
export function ExplorerRoute(): ReactNode {
  const { identity, signIn } = useApp();
  const dark = useDark();
  const hash = useLocation({ select: (location) => location.hash });
  const opened = useMemo(() => operationIn(hash), [hash]);
  return (
    <Page title="API explorer" withoutOrders behind={false}>
      {/* Another identity, another explorer: what one may not see must not stay on the screen. */}
      <ExplorerPage
        key={`${identity.persona} ${identity.supplierId ?? ''}`}
        signIn={signIn}
        persona={identity.persona}
        dark={dark}
        opened={opened}
      />
    </Page>
  );
}
