import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { compileFetch } from './compile-fetch';
import type { PlanPath } from './plan-path';
import type { Step } from './run';
import type { TypeConditions } from './type-conditions';

/** What our executor does not run; Apollo's does, and the operation is counted. */
export class PlanNotCovered extends Error {}

/**
 * Compiles a plan of Apollo's planner: every node becomes a function, once, and a request only calls them.
 *
 * @throws PlanNotCovered for a subscription (its events are run by plans of their own), a deferred part, and a fetch whose
 *   arguments come out of the data around it
 */
export function compilePlan(plan: QueryPlan, types: TypeConditions): Step {
  const { node } = plan;
  if (node === undefined) return () => null;
  if (node.kind === 'Subscription') throw new PlanNotCovered('a subscription');
  return compileNode(node, [], types);
}

/** @param path  where the node stands in the answer, from its root */
export function compileNode(node: PlanNode, path: PlanPath, types: TypeConditions): Step {
  switch (node.kind) {
    case 'Fetch':
      if (node.contextRewrites !== undefined && node.contextRewrites.length > 0)
        throw new PlanNotCovered('arguments from context');
      return compileFetch(node, path, types);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], types);
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, types)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, path, types)));
    case 'Condition': {
      const { condition } = node;
      const then = node.ifClause === undefined ? null : compileNode(node.ifClause, path, types);
      const otherwise = node.elseClause === undefined ? null : compileNode(node.elseClause, path, types);
      return (run) => (run.booleanOf(condition) ? then : otherwise)?.(run) ?? null;
    }
    case 'Defer':
      throw new PlanNotCovered('a deferred part');
  }
}

function inSequence(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return (run) => {
    const waiting: Promise<void>[] = [];
    for (const step of steps) {
      const wait = step(run);
      if (wait !== null) waiting.push(wait);
    }
    return waiting.length === 0 ? null : Promise.all(waiting).then(() => undefined);
  };
}
