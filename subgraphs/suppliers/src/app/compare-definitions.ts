import { definitionById } from '@sightline/contracts/metric-definitions/system-definitions';
import type { MetricDefinition } from '@sightline/contracts/metric-definitions/metric-definition';
import type { MetricValueFigure } from '@sightline/kit/figures/figure';
import { checkPageSize, ListCursors } from '@sightline/kit/graph/list-cursor';
import type { Context } from '../context';
import { agreementOf, compareLine, isComparable, type DifferenceCause } from '../domain/definition-difference';
import type { PurchaseOrderLine } from '../domain/purchase-order-line';
import type { Asking } from './figure-desk';
import { PerformanceQuestion } from './performance-question';
import { definitionOf, QuestionRefused, windowOf } from '@sightline/kit/figures/question';

export interface Difference {
  line: PurchaseOrderLine;
  verdicts: { definition: MetricDefinition; passed: boolean | null; rule: string }[];
  cause: DifferenceCause;
}

export interface Comparison {
  results: { definition: MetricDefinition; metric: MetricValueFigure }[];
  agreement: number | null;
  differences(page: { first: number; after: string | null }): {
    edges: { cursor: string; node: Difference }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
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
  const lines = await context.desk.linesAt(asking);
  const byId = new Map(lines.map(({ line }) => [line.id, line]));
  const comparisons = lines.map(({ line, context: judging }) => compareLine(line, definitions, judging, window));
  const differing = comparisons
    .filter((comparison) => comparison.differs)
    .sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
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
    agreement: agreementOf(comparisons),
    differences({ first, after }) {
      const size = checkPageSize(first);
      const place = after === null ? '' : String(cursors.open(list, after)[0]);
      const rest = differing.filter((comparison) => comparison.lineId > place);
      const edges = rest.slice(0, size).flatMap((comparison) => {
        const line = byId.get(comparison.lineId);
        if (line === undefined || comparison.cause === null) return [];
        const verdicts = comparison.verdicts.map((verdict) => ({
          definition: definitionById(verdict.definitionId)!,
          passed: verdict.passed,
          rule: verdict.label,
        }));
        return [{ cursor: cursors.seal(list, [line.id]), node: { line, verdicts, cause: comparison.cause } }];
      });
      return {
        edges,
        pageInfo: { hasNextPage: rest.length > size, endCursor: edges.at(-1)?.cursor ?? null },
        totalCount: differing.length,
      };
    },
  };
}
