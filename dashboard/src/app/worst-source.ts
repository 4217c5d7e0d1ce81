import { graverStatus } from '../format/freshness';
import type { FigureFreshness } from '../ui/figure';

interface Source {
  id: string;
  name: string;
  freshness: FigureFreshness;
}

/** The source in the gravest condition; among equals the one that is furthest behind, then by name. Null without sources. */
export function worstSource(sources: readonly Source[]): Source | null {
  return sources.reduce<Source | null>((worst, source) => {
    if (worst === null) return source;
    const [a, b] = [worst.freshness.status, source.freshness.status];
    if (a !== b) return graverStatus(a, b) === a ? worst : source;
    const [left, right] = [worst.freshness.asOf ?? '', source.freshness.asOf ?? ''];
    if (left !== right) return Date.parse(left) <= Date.parse(right) || left === '' ? worst : source;
    return worst.name <= source.name ? worst : source;
  }, null);
}
