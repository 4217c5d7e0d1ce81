import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWantedStreams } from '../apollo/live/live-context';
import { hashOf } from '../features/explorer/deep-link';
import { MenuAction } from '../ui/popup';
import { operationsBehind } from './behind.model';
import { keptSearch } from './view';
import classes from './controls.module.css';

/** What this screen has asked and is following, the largest first. A choice opens it in the explorer. */
export function BehindMenu({ close }: { close: () => void }): ReactNode {
  const client = useApolloClient();
  const streams = useWantedStreams();
  const navigate = useNavigate();
  const asked = [...client.getObservableQueries('active')].map(({ query, variables }) => ({
    document: query,
    variables: (variables ?? {}) as Record<string, unknown>,
  }));
  return (
    <>
      <p className={classes.menuTitle} role="presentation">
        The GraphQL behind this screen
      </p>
      {operationsBehind([...asked, ...streams()]).map(({ name, kind, opened }) => (
        <MenuAction
          key={`${name} ${opened.variables}`}
          note={kind}
          onChoose={() => {
            close();
            void navigate({ to: '/explorer', search: keptSearch, hash: hashOf(opened) });
          }}
        >
          {name}
        </MenuAction>
      ))}
    </>
  );
}
