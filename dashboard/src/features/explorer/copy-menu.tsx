import { pick, useGraphiQL } from '@graphiql/react';
import { getOperationAST } from 'graphql';
import { useState, type ReactNode } from 'react';
import { IconButton } from '../../ui/button';
import { CodeIcon } from '../../ui/screen-icons';
import { MenuAction, Popup } from '../../ui/popup';
import { copyAs, COPY_FORMATS, type CopyFormat } from './copy-as.model';
import { hashOf } from './deep-link';
import { useExplorer } from './explorer-context';

/** Takes the operation along: as a link to here, for a shell, for code. Never with a token. */
export function CopyMenu(): ReactNode {
  const { origin } = useExplorer();
  const { queryEditor, variableEditor, operationName, documentAST } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'operationName', 'documentAST'),
  );
  const [said, setSaid] = useState('');

  const copy = async (format: CopyFormat): Promise<void> => {
    const opened = { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' };
    const operation = documentAST ? getOperationAST(documentAST, operationName) : null;
    const text =
      format === 'link'
        ? `${origin}/explorer#${hashOf(opened)}`
        : copyAs(format, {
            ...opened,
            origin,
            name: operation?.name?.value ?? null,
            isSubscription: operation?.operation === 'subscription',
          });
    try {
      await navigator.clipboard.writeText(text);
      setSaid(`Copied as ${format}.`);
    } catch {
      // Only the browser's leave is missing: the reader is told, and nothing else depends on it.
      setSaid('The browser did not let us write to the clipboard.');
    }
  };

  return (
    <>
      <Popup
        label="Copy the operation as"
        kind="menu"
        align="end"
        width={280}
        trigger={(trigger) => (
          <IconButton {...trigger} aria-label="Copy as link, curl, fetch or typed client" title="Copy as…" size={36}>
            <CodeIcon />
          </IconButton>
        )}
      >
        {(close) =>
          COPY_FORMATS.map(({ format, name, note }) => (
            <MenuAction
              key={format}
              note={note}
              onChoose={() => {
                close();
                void copy(format);
              }}
            >
              {name}
            </MenuAction>
          ))
        }
      </Popup>
      <span role="status" className="sl-unseen">
        {said}
      </span>
    </>
  );
}
