import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, visit, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(`([^`]*)`\)/g;
const IMPORT = /import \{ graphql \} from '[^']*\/gql';\n/;
const FRAGMENTS = 'virtual:graphql-fragments';

function definitionOf(source: string): DefinitionNode {
  const [definition, ...more] = parse(source, { noLocation: true }).definitions;
  if (!definition || more.length > 0) throw new Error(`one operation or fragment in each graphql() call:\n${source}`);
  return definition;
}

function spreadsIn(node: DefinitionNode): string[] {
  const names: string[] = [];
  visit(node, { FragmentSpread: (spread) => void names.push(spread.name.value) });
  return names;
}

function fragmentsBelow(source: string): Map<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.parentPath.endsWith('/gql')) continue;
    for (const [, text = ''] of readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(CALL)) {
      const definition = definitionOf(text);
      if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition);
    }
  }
  return found;
}

/**
 * Turns graphql(`…`) into the parsed document at build time. Left alone, the call looks its document up at run time in a
 * table of all of them, each with a copy of its fragments: 15 kB of the first chunk. Here a fragment is there once, and
 * an operation is in the chunk of the code that sends it.
 */
export function compiledDocuments(): Plugin {
  let source = '';
  let fragments = new Map<string, FragmentDefinitionNode>();

  /** Names of the fragments that a definition needs, directly or through others. */
  function needed(definition: DefinitionNode, names = new Set<string>()): Set<string> {
    for (const name of spreadsIn(definition)) {
      if (names.has(name)) continue;
      names.add(name);
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`unknown fragment ${name}`);
      needed(fragment, names);
    }
    return names;
  }

  return {
    name: 'compiled-documents',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      source = join(config.root, 'src');
    },
    buildStart() {
      fragments = fragmentsBelow(source);
    },
    resolveId: (id) => (id === FRAGMENTS ? `\0${FRAGMENTS}` : undefined),
    load(id) {
      if (id !== `\0${FRAGMENTS}`) return undefined;
      return [...fragments].map(([name, node]) => `export const ${name} = ${JSON.stringify(node)};`).join('\n');
    },
    transform(code, id) {
      if (!id.startsWith(source) || id.includes('/src/gql/') || !code.includes('graphql(`')) return undefined;
      const imported = new Set<string>();
      const replaced = code.replace(IMPORT, '').replace(CALL, (_, text: string) => {
        const definition = definitionOf(text);
        const own: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition] };
        const names = [...needed(definition)];
        names.forEach((name) => imported.add(name));
        const others = names.map((name) => `, fragment_${name}`).join('');
        return JSON.stringify(own).replace(/\]\}$/, `${others}]}`);
      });
      const imports = [...imported].map((name) => `${name} as fragment_${name}`).join(', ');
      return { code: imports ? `import { ${imports} } from '${FRAGMENTS}';\n${replaced}` : replaced, map: null };
    },
  };
}
