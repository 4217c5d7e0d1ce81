import { graverStatus } from '../format/freshness';
import type { FigureFreshness } from '../ui/figure';

interface Source {
  id: string;
  name: string;
  freshness: FigureFreshness;
}

/**
 * The worst of the sources that once kept their promise and do not now; null when all do, or when it is the worst of all
 * already. One that never sent anything is known of for long and must not hide one that has just fallen silent.
 */
export function fallenSilent<One extends Source>(sources: readonly One[]): One | null {
  const late = sources.filter(({ freshness: { status } }) => status === 'AGEING' || status === 'STALE');
  const worst = worstSource(late);
  return worst !== null && worst !== worstSource(sources) ? worst : null;
}

/** The source in the gravest condition; among equals the one that is furthest behind, then by name. Null without sources. */
export function worstSource<One extends Source>(sources: readonly One[]): One | null {
  return sources.reduce<One | null>((worst, source) => {
    if (worst === null) return source;
    const [a, b] = [worst.freshness.status, source.freshness.status];
    if (a !== b) return graverStatus(a, b) === a ? worst : source;
    const [left, right] = [worst.freshness.asOf ?? '', source.freshness.asOf ?? ''];
    if (left !== right) return Date.parse(left) <= Date.parse(right) || left === '' ? worst : source;
    return worst.name <= source.name ? worst : source;
  }, null);
}
