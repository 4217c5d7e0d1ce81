import { Kind, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { fragmentsOf, type Fragments } from '../fragments';
import { MOST, type StructureLimit } from './limits';
import { refuse, type GuardRefusal } from './refusal';

/** A document that asks for more than is answered: found while measuring, which ends there. */
class TooMuch extends Error {
  constructor(
    readonly limit: StructureLimit,
    readonly found: number,
  ) {
    super(limit);
  }
}

const WORDS: Readonly<Record<StructureLimit, (found: number, most: number) => string>> = {
  characters: (found, most) =>
    `The document has ${found} characters; at most ${most} are read. Put long values into variables.`,
  tokens: (_, most) => `The document has more than ${most} tokens; no more are read.`,
  selections: (_, most) => `Written out, the operation has more than ${most} fields.`,
  depth: (_, most) => `The operation is more than ${most} levels deep.`,
  aliases: (_, most) => `The operation has more than ${most} aliases; send several operations.`,
  merged: (_, most) => `The operation asks for one field at one place more than ${most} times.`,
  directives: (_, most) => `The document has more than ${most} directives.`,
  mutations: (found, most) => `The operation has ${found} mutations; at most ${most} are executed.`,
  commands: (found, most) =>
    `The operation has ${found} commands; ${most} is executed. Only doors for facts may be used together.`,
};

/** Steps of the walk: spreads and `__typename` cost time as well, though they are not what a limit counts. */
const MOST_STEPS = 4 * MOST.selections;

/** What is told to a caller whose document is beyond a limit. */
export const tooMuch = (limit: StructureLimit, found: number): GuardRefusal =>
  refuse(400, 'OPERATION_TOO_LARGE', WORDS[limit](found, MOST[limit]), { limit, most: MOST[limit] });

/**
 * Measures every operation of a document against the limits, each in one walk that ends at the first one crossed: a short
 * document whose fragments spread each other twice doubles with each, and may not be written out to be counted.
 *
 * Introspection may be as deep as tools ask, since it reaches no subgraph (validation has a limit of its own for it).
 *
 * @param isDoor  true for a mutation that takes facts; any other is a command
 * @returns null when everything is within the limits
 */
export function structureRefusal(document: DocumentNode, isDoor: (mutation: string) => boolean): GuardRefusal | null {
  const fragments = fragmentsOf(document);
  const circle = circleIn(fragments);
  if (circle !== null)
    return refuse(400, 'GRAPHQL_VALIDATION_FAILED', `Cannot spread fragment "${circle}" within itself.`);
  try {
    for (const definition of document.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION) new Walk(fragments).through(definition, isDoor);
    return null;
  } catch (thrown) {
    if (thrown instanceof TooMuch) return tooMuch(thrown.limit, thrown.found);
    throw thrown;
  }
}

/** A fragment that spreads itself, directly or through others, could not be written out. @returns its name */
function circleIn(fragments: Fragments): string | null {
  const done = new Set<string>();
  const inside = new Set<string>();
  const enter = (name: string): string | null => {
    if (inside.has(name)) return name;
    const fragment = fragments.get(name);
    if (done.has(name) || !fragment) return null;
    inside.add(name);
    for (const spread of spreadsIn(fragment.selectionSet)) {
      const found = enter(spread);
      if (found !== null) return found;
    }
    inside.delete(name);
    done.add(name);
    return null;
  };
  for (const name of fragments.keys()) {
    const found = enter(name);
    if (found !== null) return found;
  }
  return null;
}

function* spreadsIn({ selections }: SelectionSetNode): Iterable<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) yield selection.name.value;
    else if (selection.selectionSet) yield* spreadsIn(selection.selectionSet);
  }
}

class Walk {
  private selections = 0;
  private aliases = 0;
  private directives = 0;
  private steps = 0;

  constructor(private readonly fragments: Fragments) {}

  through(operation: OperationDefinitionNode, isDoor: (mutation: string) => boolean): void {
    this.count('directives', operation.directives?.length ?? 0);
    for (const { directives } of operation.variableDefinitions ?? []) this.count('directives', directives?.length ?? 0);
    const roots = this.below([operation.selectionSet], 1, false);
    if (operation.operation !== 'mutation') return;
    if (roots.length > MOST.mutations) throw new TooMuch('mutations', roots.length);
    const commands = roots.filter((field) => !field.name.value.startsWith('__') && !isDoor(field.name.value));
    if (commands.length > MOST.commands) throw new TooMuch('commands', commands.length);
  }

  /** Walks what is merged into one place of the answer. @returns its fields */
  private below(sets: readonly SelectionSetNode[], depth: number, isIntrospection: boolean): FieldNode[] {
    const places = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, places);
    const all: FieldNode[] = [];
    for (const fields of places.values()) {
      if (fields.length > MOST.merged) throw new TooMuch('merged', fields.length);
      all.push(...fields);
      const inner = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      const introspects = isIntrospection || fields[0]!.name.value.startsWith('__');
      if (depth > MOST.depth && !introspects) throw new TooMuch('depth', depth);
      if (inner.length > 0) this.below(inner, depth + 1, introspects);
    }
    return all;
  }

  private collect(set: SelectionSetNode, places: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      this.steps += 1;
      if (this.steps > MOST_STEPS) throw new TooMuch('selections', this.steps);
      this.count('directives', selection.directives?.length ?? 0);
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value !== '__typename') this.count('selections', 1);
        if (selection.alias) this.count('aliases', 1);
        const name = (selection.alias ?? selection.name).value;
        const place = places.get(name);
        if (place) place.push(selection);
        else places.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.collect(selection.selectionSet, places);
      } else {
        const fragment = this.fragments.get(selection.name.value);
        // One that is missing is told by validation, by its name.
        if (fragment) this.collect(fragment.selectionSet, places);
      }
    }
  }

  private count(limit: 'selections' | 'aliases' | 'directives', by: number): void {
    this[limit] += by;
    if (this[limit] > MOST[limit]) throw new TooMuch(limit, this[limit]);
  }
}
