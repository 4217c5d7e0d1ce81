import { freshnessOf, type FlowProgressRow, type Freshness } from '@sightline/kit/freshness/freshness';
import type { Flow } from '../domain/flow';

/**
 * How old the flows are, together. A flow of which nothing but heartbeats is known promises no age unless its source
 * registered one: of what kind it is will only be known when a fact comes.
 *
 * @param now  RFC 3339
 */
export function freshnessOfFlows(flows: readonly Flow[], now: string): Freshness {
  const freshness = freshnessOf(flows.map(progressOf), now);
  const weakest = freshness.weakestSource?.id;
  const promises = flows.some((flow) => flow.budgetSeconds !== null && flow.sourceSystemId === weakest);
  return promises ? freshness : { ...freshness, budgetSeconds: null };
}

/** Stands where nothing was promised; never shown. */
const NO_BUDGET = 0;

const progressOf = (flow: Flow): FlowProgressRow => ({
  sourceSystemId: flow.sourceSystemId,
  sourceName: flow.sourceName,
  kind: flow.kind ?? 'SUPPLIERS',
  flow: flow.flow,
  plantId: flow.plantId,
  watermark: flow.watermark,
  closed: flow.closed,
  budgetSeconds: flow.budgetSeconds ?? NO_BUDGET,
  // Whether it ever delivered is not known while its subgraph is silent: that is unknown, and not never.
  received: flow.expected === null ? (flow.facts ?? 1) : flow.expected - flow.gaps,
  expected: flow.expected,
  skewSeconds: flow.skewSeconds,
});
