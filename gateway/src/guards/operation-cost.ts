import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { Fragments } from '../fragments';
import { LARGEST_PAGE, MOST_POINTS } from './limits';
import { refuse, type GuardRefusal } from './refusal';
import type { FieldCost, SchemaCosts } from './schema-costs';

type Variables = Readonly<Record<string, unknown>>;

/** A place where the caller says how many elements it wants. */
interface Page {
  /** Response names from the root on, joined by dots. */
  path: string;
  argument: string;
  asked: (variables: Variables) => number;
}

/** Points as a number, or as one that depends on variables. */
type Points = number | ((variables: Variables, pages: PageSizes) => number);
/** Sizes of pages other than those that were asked for. */
type PageSizes = ReadonlyMap<Page, number> | null;

/** What an operation costs, prepared once. */
export interface OperationCost {
  /** Points, with these variables. */
  of(variables: Variables): number;
  /** Why it is not executed with these variables; null when it may be. */
  refusal(variables: Variables): GuardRefusal | null;
}

/** Reading the schema is one large answer made at once, though it reaches no subgraph. */
const INTROSPECTION_POINTS = 500;

/**
 * Prepares the cost of an operation: an upper bound, as if nothing were left out by @skip or @include and every list were as
 * long as it may be.
 *
 * @param operation  valid, within the limits of `structure.ts`
 */
export function operationCost(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  costs: SchemaCosts,
): OperationCost {
  const reader = new CostReader(operation, fragments, costs);
  const points = reader.read();
  const { pages } = reader;
  const of = (variables: Variables, sizes: PageSizes = null): number =>
    typeof points === 'number' ? points : points(variables, sizes);
  return {
    of,
    refusal(variables) {
      for (const page of pages) {
        if (page.asked(variables) > LARGEST_PAGE) return pageTooLarge(page);
      }
      const asked = of(variables);
      return asked <= MOST_POINTS ? null : tooDear(asked, pages, variables, of);
    },
  };
}

const pageTooLarge = ({ path, argument }: Page): GuardRefusal =>
  refuse(400, 'PAGE_SIZE_INVALID', `"${argument}" at "${path}" is more than ${LARGEST_PAGE}, which no list gives.`, {
    suggestions: [{ path, argument, value: LARGEST_PAGE }],
  });

function tooDear(
  asked: number,
  pages: readonly Page[],
  variables: Variables,
  of: (variables: Variables, sizes: PageSizes) => number,
): GuardRefusal {
  const suggestions = pages
    .map((page) => {
      // The cost is a straight line in the size of any one page.
      const none = of(variables, new Map([[page, 0]]));
      const each = of(variables, new Map([[page, 1]])) - none;
      const value = each > 0 ? Math.floor((MOST_POINTS - none) / each) : 0;
      return { page, value, saved: asked - none };
    })
    .filter(({ value }) => value >= 1)
    .sort((left, right) => right.saved - left.saved)
    .map(({ page: { path, argument }, value }) => ({ path, argument, value }));
  const [best] = suggestions;
  const advice = best
    ? `With ${best.argument}: ${best.value} at "${best.path}" it would fit.`
    : 'Ask for fewer fields or smaller pages.';
  return refuse(
    400,
    'COST_EXCEEDED',
    `The operation may cost ${asked} points; at most ${MOST_POINTS} are spent on one. ${advice}`,
    { cost: { requested: asked, limit: MOST_POINTS }, suggestions },
  );
}

class CostReader {
  readonly pages: Page[] = [];
  private readonly defaults = new Map<string, unknown>();

  constructor(
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Fragments,
    private readonly costs: SchemaCosts,
  ) {
    for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
      if (defaultValue?.kind === Kind.INT) this.defaults.set(variable.name.value, Number(defaultValue.value));
  }

  read(): Points {
    return this.below(this.operation.selectionSet, this.costs.roots[this.operation.operation], '', null);
  }

  /** @param sized  fields of this set that are as long as a page of the field above */
  private below(set: SelectionSetNode, type: string, path: string, sized: Sized | null): Points {
    let points: Points = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) points = plus(points, this.field(selection, type, path, sized));
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        points = plus(
          points,
          this.below(selection.selectionSet, selection.typeCondition?.name.value ?? type, path, sized),
        );
      else {
        const fragment = this.fragments.get(selection.name.value);
        if (fragment)
          points = plus(points, this.below(fragment.selectionSet, fragment.typeCondition.name.value, path, sized));
      }
    }
    return points;
  }

  private field(field: FieldNode, parent: string, above: string, sized: Sized | null): Points {
    const name = field.name.value;
    if (name.startsWith('__')) return name === '__typename' ? 0 : INTROSPECTION_POINTS;
    const cost = this.costs.field(parent, name);
    if (cost === undefined) return 0;
    const response = (field.alias ?? field.name).value;
    const path = above === '' ? response : `${above}.${response}`;

    let page: Page | null = null;
    if (cost.size.kind === 'ASKED') {
      page = { path, argument: cost.size.argument, asked: this.asked(field, cost.size.argument, cost.size.otherwise) };
      this.pages.push(page);
    }
    const inner: Points = field.selectionSet
      ? this.below(
          field.selectionSet,
          cost.type,
          path,
          page && cost.size.kind === 'ASKED' && cost.size.of !== 'ITSELF' ? { page, fields: cost.size.of } : null,
        )
      : 0;
    const one = plus(cost.points, inner);
    return plus(argumentPoints(field, cost), this.times(one, cost, page, sized?.fields.has(name) ? sized.page : null));
  }

  private times(one: Points, { size }: FieldCost, own: Page | null, above: Page | null): Points {
    if (above !== null) return timesPage(above, one);
    if (own !== null && size.kind === 'ASKED' && size.of === 'ITSELF') return timesPage(own, one);
    return size.kind === 'ASSUMED' ? times(size.elements, one) : one;
  }

  private asked(field: FieldNode, argument: string, otherwise: number): (variables: Variables) => number {
    const value: ValueNode | undefined = field.arguments?.find(({ name }) => name.value === argument)?.value;
    if (value?.kind === Kind.INT) {
      const size = elements(Number(value.value), otherwise);
      return () => size;
    }
    if (value?.kind !== Kind.VARIABLE) return () => otherwise;
    const name = value.name.value;
    const unless = elements(this.defaults.get(name), otherwise);
    return (variables) => elements(Object.hasOwn(variables, name) ? variables[name] : undefined, unless);
  }
}

interface Sized {
  page: Page;
  fields: ReadonlySet<string>;
}

/** What is no number is refused later, as a wrong variable; here it only must not make an operation cheap. */
const elements = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.max(0, Math.ceil(value)) : otherwise;

function argumentPoints(field: FieldNode, { argumentPoints: weights }: FieldCost): number {
  if (weights.size === 0) return 0;
  return (field.arguments ?? []).reduce((sum, { name }) => sum + (weights.get(name.value) ?? 0), 0);
}

function plus(left: Points, right: Points): Points {
  if (typeof left === 'number') {
    if (typeof right === 'number') return left + right;
    return left === 0 ? right : (variables, sizes) => left + right(variables, sizes);
  }
  if (typeof right === 'number') return right === 0 ? left : (variables, sizes) => left(variables, sizes) + right;
  return (variables, sizes) => left(variables, sizes) + right(variables, sizes);
}

const times = (count: number, points: Points): Points =>
  typeof points === 'number' ? count * points : (variables, sizes) => count * points(variables, sizes);

const timesPage = (page: Page, points: Points): Points =>
  points === 0
    ? 0
    : (variables, sizes) =>
        (sizes?.get(page) ?? page.asked(variables)) * (typeof points === 'number' ? points : points(variables, sizes));
