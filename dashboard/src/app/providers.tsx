import { ApolloProvider } from '@apollo/client/react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { createClient } from '../apollo/client';
import { serverNow } from '../apollo/server-clock';
import { Session, type Identity } from '../apollo/session';
import { dayOf } from '../format/date';
import { ClockProvider } from '../ui/clock';
import { RowsHost } from '../ui/rows-context';
import { AppContext } from './app-context';
import { DataRangeProvider } from './data-range-context';
import { cssVariables, theme } from './theme';

const colorSchemes = localStorageColorSchemeManager({ key: 'sightline.color-scheme' });

/** Everything that the screens stand on: theme, clock, session, client, the drawer of rows. */
export function AppProviders({ children }: { children: ReactNode }): ReactNode {
  const [{ session, client }] = useState(() => {
    const made = new Session();
    return { session: made, client: createClient(made) };
  });
  const [identity, setIdentity] = useState<Identity>(() => session.identity());
  const [today] = useState(() => dayOf(serverNow()));
  const app = useMemo(
    () => ({
      identity,
      today,
      become: (next: Identity): void => {
        session.become(next);
        setIdentity(next);
        // A refetch that fails shows on its own tile.
        client.resetStore().catch(() => undefined);
      },
    }),
    [identity, today, session, client],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
    >
      <ApolloProvider client={client}>
        <ClockProvider now={serverNow}>
          <AppContext value={app}>
            <DataRangeProvider>
              <RowsHost>{children}</RowsHost>
            </DataRangeProvider>
          </AppContext>
        </ClockProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}
