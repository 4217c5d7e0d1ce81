import { createHash } from 'node:crypto';
import { originOf, type DataOrigin } from '@sightline/contracts/simulated';
import type { WindowBasis } from '@sightline/contracts/metric-definitions/metric-definition';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import {
  presentWindowRefusal,
  resolveWindow,
  type ResolvedWindow,
  type WindowRequest,
} from '@sightline/kit/time/window';
import type { Flow } from '../domain/flow';

/** Which flows sync health is about; null: all that the caller may see, of one origin. */
export interface SyncScope {
  plantIds: readonly string[] | null;
  sourceSystemIds: readonly string[] | null;
  origin: DataOrigin;
}

/** The schema's ScopeInput: a flow has a plant, a source and an origin, and nothing else that could narrow it. */
export type ScopeInput = Readonly<Record<string, readonly string[] | DataOrigin | null | undefined>> & {
  plantIds?: readonly string[] | null;
  sourceSystemIds?: readonly string[] | null;
  origin?: DataOrigin | null;
};

export interface SyncQuestion {
  id: string;
  scope: SyncScope;
  window: ResolvedWindow;
}

export interface QuestionRefusal {
  reason: string;
  field: string;
  message: string;
}

const NARROWING = ['plantIds', 'sourceSystemIds', 'origin'];

/**
 * What is asked. A scope by supplier, item or anything else that a flow does not have is refused rather than ignored; so
 * is a window by another date than that of becoming visible.
 *
 * @param asOf    RFC 3339
 * @param origin  whose flows are meant where the scope does not say it: `defaultOriginOf`
 */
export function readQuestion(
  scope: ScopeInput | null | undefined,
  window: WindowRequest | null | undefined,
  asOf: string,
  origin: DataOrigin,
): Result<SyncQuestion, QuestionRefusal> {
  const unfit = Object.entries(scope ?? {}).find(([field, values]) => values != null && !NARROWING.includes(field));
  if (unfit !== undefined)
    return refuse({
      reason: 'SCOPE_NOT_APPLICABLE',
      field: unfit[0],
      message: `A flow has a plant and a source system; it cannot be chosen by ${unfit[0]}.`,
    });
  const resolved = resolveWindow(window, { basis: 'VISIBLE' }, asOf);
  if (!resolved.ok) {
    const { code, field, message } = presentWindowRefusal(resolved.refusal);
    return refuse({ reason: code, field, message });
  }
  const basis: WindowBasis = resolved.value.basis;
  if (basis !== 'VISIBLE')
    return refuse({
      reason: 'BASIS_NOT_APPLICABLE',
      field: 'basis',
      message: 'Sync lag is counted on the day on which a fact became readable here: VISIBLE.',
    });
  const chosen: SyncScope = {
    plantIds: scope?.plantIds ?? null,
    sourceSystemIds: scope?.sourceSystemIds ?? null,
    origin: scope?.origin ?? originOfSources(scope?.sourceSystemIds) ?? origin,
  };
  return ok({ id: idOf(chosen, resolved.value), scope: chosen, window: resolved.value });
}

/** Equal questions have equal ids, so that a client's cache holds their answers apart. */
const idOf = (scope: SyncScope, window: ResolvedWindow): string =>
  createHash('sha256')
    .update(JSON.stringify([sorted(scope.plantIds), sorted(scope.sourceSystemIds), scope.origin, window.asked]))
    .digest('base64url')
    .slice(0, 22);

const sorted = (ids: readonly string[] | null): string[] | null => (ids === null ? null : [...ids].sort());

/** Real flows where any of them has delivered, the simulator's where only it has any; real ones when there is nothing. */
export function defaultOriginOf(flows: readonly Flow[]): DataOrigin {
  const real = flows.some((flow) => flow.origin === 'REAL' && flow.facts !== 0);
  return !real && flows.some((flow) => flow.origin === 'SIMULATED') ? 'SIMULATED' : 'REAL';
}

/** The origin of sources that all have the same. */
function originOfSources(ids: readonly string[] | null | undefined): DataOrigin | null {
  const [first, ...others] = new Set((ids ?? []).map(originOf));
  return first !== undefined && others.length === 0 ? first : null;
}

export const flowsInScope = (flows: readonly Flow[], { plantIds, sourceSystemIds, origin }: SyncScope): Flow[] =>
  flows.filter(
    (flow) =>
      flow.origin === origin &&
      (plantIds === null || (flow.plantId !== null && plantIds.includes(flow.plantId))) &&
      (sourceSystemIds === null || sourceSystemIds.includes(flow.sourceSystemId)),
  );

/** The scope as values of the contributions' dimensions. */
export const dimensionsOf = (scope: SyncScope): Record<string, readonly (string | null)[]> => ({
  origin: [scope.origin],
  ...(scope.plantIds === null ? {} : { plantId: scope.plantIds }),
  ...(scope.sourceSystemIds === null ? {} : { sourceSystemId: scope.sourceSystemIds }),
});
