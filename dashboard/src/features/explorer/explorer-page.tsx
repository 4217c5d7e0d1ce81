import './monaco';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './graphiql-theme.css';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { getOperationAST } from 'graphql';
import { useEffect, useMemo, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { Asker, type SignIn } from './ask';
import { CopyMenu } from './copy-menu';
import type { OpenedOperation } from './deep-link';
import { EDITOR_THEMES, useEditorLook } from './editor-look';
import { EXAMPLES } from './example-files';
import { EXAMPLES_PLUGIN } from './examples-plugin';
import { examplesFor } from './examples.model';
import { ExplorerContext } from './explorer-context';
import { LastAnswer } from './last-answer';
import type { Answer } from './last-answer.model';
import { useOpenOperation } from './use-open-operation';
import classes from './explorer.module.css';

type GraphiQLProps = ComponentProps<typeof GraphiQL>;

interface ExplorerPageProps {
  signIn: SignIn;
  /** Whose examples stand first, and whose rights the answers show. */
  persona: string;
  dark: boolean;
  /** What the address asks to open. */
  opened: OpenedOperation | null;
}

const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
/** Below this the examples cover the editor, so they are shown only when asked for. */
const WIDE = '(min-width: 1024px)';

/** The graph to try out, with one's own rights, and nothing fetched from anywhere but this platform. */
export function ExplorerPage({ signIn, persona, dark, opened }: ExplorerPageProps): ReactNode {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [asker] = useState(() => new Asker(signIn, setAnswer));
  useEffect(() => () => void asker.close(), [asker]);
  useEditorLook(dark);
  const [first] = useState(opened);
  const [shown] = useState(() => (window.matchMedia(WIDE).matches ? EXAMPLES_PLUGIN : undefined));
  const state = useMemo(() => ({ persona, origin: window.location.origin }), [persona]);
  const fetcher = useMemo<GraphiQLProps['fetcher']>(
    () => (question, options) => {
      const operation = options?.documentAST
        ? getOperationAST(options.documentAST, question.operationName ?? undefined)
        : null;
      if (operation?.operation === 'subscription') return asker.follow(question) as never;
      return asker.ask(question, (options?.headers ?? {}) as Record<string, string>) as never;
    },
    [asker],
  );
  return (
    <ExplorerContext value={state}>
      {persona === 'supplier' ? (
        <p className={classes.note} role="note">
          A supplier’s token may ask the platform’s own operations only: the examples run, anything else is refused, and
          the schema is not told.
        </p>
      ) : null}
      <div className={classes.frame}>
        <GraphiQL
          fetcher={fetcher}
          // Null: it is not asked for, since the answer would be a refusal.
          schema={persona === 'supplier' ? null : undefined}
          plugins={PLUGINS}
          visiblePlugin={shown}
          forcedTheme={dark ? 'dark' : 'light'}
          editorTheme={EDITOR_THEMES}
          defaultQuery={examplesFor(persona, EXAMPLES)[0]?.text ?? ''}
          initialQuery={first?.query}
          initialVariables={first?.variables}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <CopyMenu />
              </>
            )}
          </GraphiQL.Toolbar>
          <GraphiQL.Footer>
            <LastAnswer answer={answer} />
          </GraphiQL.Footer>
          <FollowAddress opened={opened} />
        </GraphiQL>
      </div>
    </ExplorerContext>
  );
}

/** Opens what the address names when it changes under an explorer that is already there. */
function FollowAddress({ opened }: { opened: OpenedOperation | null }): ReactNode {
  const open = useOpenOperation();
  const last = useRef(opened);
  useEffect(() => {
    if (opened === null || opened === last.current) return;
    last.current = opened;
    open(opened);
  });
  return null;
}
