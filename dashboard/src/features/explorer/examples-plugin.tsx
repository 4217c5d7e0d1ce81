import type { ComponentProps, ReactNode } from 'react';
import type { GraphiQL } from 'graphiql';
import { ExamplesIcon } from '../../ui/screen-icons';
import { EXAMPLES } from './example-files';
import { examplesFor, type Example } from './examples.model';
import { useExplorer } from './explorer-context';
import { useOpenOperation } from './use-open-operation';
import classes from './explorer.module.css';

type Plugin = NonNullable<ComponentProps<typeof GraphiQL>['plugins']>[number];

/** Questions of each persona, one's own first. A choice opens it; nothing is asked until one runs it. */
function Examples(): ReactNode {
  const { persona } = useExplorer();
  const open = useOpenOperation();
  const sorted = examplesFor(persona, EXAMPLES);
  const groups = [...new Set(sorted.map((example) => example.persona))];
  return (
    <section aria-label="Examples" className={classes.examples}>
      <h2>Examples</h2>
      {groups.map((group) => (
        <div key={group}>
          <h3>{group === persona ? `For you, ${group}` : `${group.charAt(0).toUpperCase()}${group.slice(1)}`}</h3>
          <ul>
            {sorted
              .filter((example) => example.persona === group)
              .map((example) => (
                <ExampleChoice key={example.title} example={example} onOpen={open} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function ExampleChoice({
  example: { title, description, text },
  onOpen,
}: {
  example: Example;
  onOpen: ReturnType<typeof useOpenOperation>;
}): ReactNode {
  return (
    <li>
      <button type="button" onClick={() => onOpen({ query: text, variables: '' })}>
        <strong>{title}</strong>
        <span>{description}</span>
      </button>
    </li>
  );
}

export const EXAMPLES_PLUGIN: Plugin = { title: 'Examples', icon: ExamplesIcon, content: Examples };
