import { DEFAULT_BUDGET_SECONDS } from '@sightline/kit/freshness/budgets';
import { freshnessOf, type FlowProgressRow, type Freshness } from '@sightline/kit/freshness/freshness';
import type { Flow } from '../domain/flow';

/**
 * How old the flows are, together. A flow of which nothing but heartbeats is known promises no age: of what kind it is
 * will only be known when a fact comes.
 *
 * @param now  RFC 3339
 */
export function freshnessOfFlows(flows: readonly Flow[], now: string): Freshness {
  const freshness = freshnessOf(flows.map(progressOf), now);
  const promises = flows.some((flow) => flow.kind !== null && flow.sourceSystemId === freshness.weakestSource?.id);
  return promises ? freshness : { ...freshness, budgetSeconds: null };
}

const progressOf = (flow: Flow): FlowProgressRow => ({
  sourceSystemId: flow.sourceSystemId,
  // Until a source registers under a name of its own, people know it by its id.
  sourceName: flow.sourceSystemId,
  kind: flow.kind ?? 'SUPPLIERS',
  flow: flow.flow,
  plantId: flow.plantId,
  watermark: flow.watermark,
  closed: flow.closed,
  budgetSeconds: DEFAULT_BUDGET_SECONDS[flow.kind ?? 'SUPPLIERS'],
  // Whether it ever delivered is not known while its subgraph is silent: that is unknown, and not never.
  received: flow.expected === null ? (flow.facts ?? 1) : flow.expected - flow.gaps,
  expected: flow.expected,
});
