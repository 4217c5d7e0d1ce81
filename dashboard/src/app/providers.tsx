import { ApolloProvider } from '@apollo/client/react';
import { useMemo, useState, type ReactNode } from 'react';
import { createClient } from '../apollo/client';
import { forgetFailures } from '../apollo/last-failures';
import { createHub } from '../apollo/live/hub';
import { LiveProvider } from '../apollo/live/live-context';
import { serverNow } from '../apollo/server-clock';
import { Session, type Identity } from '../apollo/session';
import { dayOf } from '../format/date';
import { ClockProvider } from '../ui/clock';
import { RowsHost } from '../ui/rows-context';
import { AppContext } from './app-context';

/** Everything that the screens stand on: clock, session, client, live connection, the drawer of rows. */
export function AppProviders({ children }: { children: ReactNode }): ReactNode {
  const [{ session, client, hub }] = useState(() => {
    const signedIn = new Session();
    const made = createClient(signedIn);
    return {
      session: signedIn,
      client: made,
      hub: createHub(
        made,
        () => signedIn.bearer(),
        () => signedIn.forget(),
      ),
    };
  });
  const [identity, setIdentity] = useState<Identity>(() => session.identity());
  const [today] = useState(() => dayOf(serverNow()));
  const app = useMemo(
    () => ({
      identity,
      today,
      signIn: { bearer: () => session.bearer(), forget: () => session.forget() },
      become: (next: Identity): void => {
        session.become(next);
        setIdentity(next);
        hub.restart();
        forgetFailures(client);
        // A refetch that fails shows on its own tile.
        client.resetStore().catch(() => undefined);
      },
    }),
    [identity, today, session, client, hub],
  );
  return (
    <ApolloProvider client={client}>
      <LiveProvider hub={hub}>
        <ClockProvider now={serverNow}>
          <AppContext value={app}>
            <RowsHost>{children}</RowsHost>
          </AppContext>
        </ClockProvider>
      </LiveProvider>
    </ApolloProvider>
  );
}
