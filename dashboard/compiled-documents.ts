import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTypenameToDocument } from '@apollo/client/utilities';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';
import type { Plugin } from 'vite';

const CALL = /\bgraphql\(`([^`]*)`\)/g;
const IMPORT = /import \{ graphql \} from '[^']*\/gql';\n/;
const FRAGMENTS = 'virtual:graphql-fragments';
/** Beside Vite's own manifest, where nothing is served from: the gateway reads it. */
const MANIFEST = '.vite/trusted-documents.json';

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

/** Operations that lie in files of their own: the explorer's examples, sent as they are written. */
function writtenBelow(source: string): string[] {
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').trimEnd());
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An operation as the client would send it: the directives that are its own taken out, the names of types put in. */
function textAsSent(definitions: readonly DefinitionNode[]): string {
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const plain = visit(document, { Directive: ({ name }) => (name.value === 'unmask' ? null : undefined) });
  return stripIgnoredCharacters(print(addTypenameToDocument(plain)));
}

/**
 * Turns graphql(`…`) into the parsed document at build time. Left alone, the call looks its document up at run time in a
 * table of all of them, each with a copy of its fragments: 15 kB of the first chunk. Here a fragment is there once, and
 * an operation is in the chunk of the code that sends it.
 *
 * Each operation carries the hash by which the gateway knows it, and the manifest gives the gateway its text: what is sent is
 * the hash (src/apollo/trusted-documents.ts).
 */
export function compiledDocuments(): Plugin {
  let source = '';
  let fragments = new Map<string, FragmentDefinitionNode>();
  const trusted = new Map<string, string>();

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

  /** Puts an operation into the manifest. @returns its hash */
  function trust(operation: DefinitionNode, names: readonly string[]): string {
    const text = textAsSent([operation, ...names.flatMap((name) => fragments.get(name) ?? [])]);
    const hash = hashOf(text);
    trusted.set(hash, text);
    return hash;
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
      trusted.clear();
      for (const text of writtenBelow(source)) trusted.set(hashOf(text), text);
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
        const names = [...needed(definition)];
        const own: DocumentNode & { __meta__?: { trusted: string } } = {
          ...(definition.kind === Kind.OPERATION_DEFINITION ? { __meta__: { trusted: trust(definition, names) } } : {}),
          kind: Kind.DOCUMENT,
          definitions: [definition],
        };
        names.forEach((name) => imported.add(name));
        const others = names.map((name) => `, fragment_${name}`).join('');
        return JSON.stringify(own).replace(/\]\}$/, `${others}]}`);
      });
      const imports = [...imported].map((name) => `${name} as fragment_${name}`).join(', ');
      return { code: imports ? `import { ${imports} } from '${FRAGMENTS}';\n${replaced}` : replaced, map: null };
    },
    generateBundle() {
      const byHash = [...trusted].sort(([left], [right]) => (left < right ? -1 : 1));
      this.emitFile({ type: 'asset', fileName: MANIFEST, source: JSON.stringify(Object.fromEntries(byHash)) });
    },
  };
}
