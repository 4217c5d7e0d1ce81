import { definitionById } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import { differ } from '@sightline/kit/figures/comparison';
import type { MetricValueFigure } from '@sightline/kit/figures/figure';
import { checkPageSize, ListCursors } from '@sightline/kit/graph/list-cursor';
import type { Context } from '../context';
import { agreementOf, compareLine, isComparable, type DifferenceCause } from '../domain/definition-difference';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import { PerformanceQuestion } from './performance-question';
import { definitionOf, QuestionRefused, windowOf, type Asking } from '@sightline/kit/figures/question';

export interface Difference {
  line: PurchaseOrderLine;
  verdicts: { definition: MetricDefinition; passed: boolean | null; rule: string }[];
  cause: DifferenceCause;
}

export interface Comparison {
  results: { definition: MetricDefinition; metric: MetricValueFigure }[];
  agreement: number | null;
  differences(page: { first: number; after: string | null }): Promise<{
    edges: { cursor: string; node: Difference }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  }>;
}

/**
 * The same lines under several definitions. The lines are compared one by one: equal percentages can hide different lines.
 *
 * @throws QuestionRefused for fewer than two definitions, or one that does not pass or fail lines
 */
export async function compareDefinitions(
  context: Context,
  asking: Asking,
  definitionIds: readonly string[],
): Promise<Comparison> {
  if (definitionIds.length < 2 || definitionIds.length > 10)
    throw new QuestionRefused('Between two and ten definitions can be compared.');
  const definitions = definitionIds.map((id) => definitionOf(id, id, ['onTime', 'otif']));
  for (const definition of definitions)
    if (!isComparable(definition)) throw new QuestionRefused(`${definition.id} does not judge single lines.`);
  // Compared by due date, the basis of every such definition, unless the caller names another for the figures.
  const window = windowOf({ ...asking.window, basis: 'DUE' }, 'DUE', asking.instant.asOf);
  const byDue = { ...asking, window: { ...asking.window, basis: 'DUE' as const } };
  const { source, populations, linesOf } = await context.desk.comparison(byDue, definitions);
  const counts = await source.compare(populations);
  const differing = counts.reduce((sum, { verdicts, count }) => sum + (differ(verdicts) ? count : 0), 0);
  const results = await Promise.all(
    definitions.map(async (definition) => ({ definition, metric: await context.desk.metric(asking, definition) })),
  );
  const cursors = new ListCursors(context.services.cursorKey);
  const question = new PerformanceQuestion(asking.scope, asking.window, asking.instant);
  const list = JSON.stringify([
    'differences',
    definitionIds,
    question.idFor('', await context.desk.originOf(asking.scope)),
  ]);
  return {
    results,
    agreement: agreementOf(counts),
    async differences({ first, after }) {
      const size = checkPageSize(first);
      const place = after === null ? null : String(cursors.open(list, after)[0]);
      const ids = size === 0 ? [] : await source.differing(populations, size + 1, place);
      const shown = ids.slice(0, size);
      const lines = await linesOf(shown);
      const edges = shown.flatMap((id) => {
        const found = lines.get(id);
        if (found === undefined) return [];
        const { verdicts, cause } = compareLine(found.line, definitions, found.context, window);
        if (cause === null) return [];
        const told = verdicts.map((verdict) => ({
          definition: definitionById(verdict.definitionId)!,
          passed: verdict.passed,
          rule: verdict.label,
        }));
        return [{ cursor: cursors.seal(list, [id]), node: { line: found.line, verdicts: told, cause } }];
      });
      return {
        edges,
        pageInfo: {
          hasNextPage: size === 0 ? differing > 0 : ids.length > size,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount: differing,
      };
    },
  };
}
