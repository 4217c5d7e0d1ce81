import { createHash } from 'node:crypto';
import { DEFAULT_DEFECT_RATE, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import type { RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';
import type { Asking, Scope } from '@sightline/kit/figures/question';
import { dimsOf, qualityWindowOf } from './question';

/** Null, "says nothing", stands first. */
const byText = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);

/** One question about quality; equal questions have equal ids. */
export class QualityQuestion implements Asking {
  constructor(
    readonly scope: Scope | null | undefined,
    readonly window: WindowRequest | null | undefined,
    readonly instant: RequestInstant,
  ) {
    // A scope or window that makes no sense is refused once, at the root, instead of in every figure.
    this.shownWindow();
    dimsOf(scope, 'REAL');
  }

  shownWindow(): ResolvedWindow {
    return qualityWindowOf(this.window, systemDefinition(DEFAULT_DEFECT_RATE).defaultBasis, this.instant.asOf);
  }

  /**
   * Canonical id: the same for the same scope, window and instants, whatever their spelling.
   *
   * @param audience  who may see what: two audiences have two figures
   * @param origin    whose facts the figures are over
   */
  idFor(audience: string, origin: DataOrigin): string {
    const { now, asOf, knownAt, knownBy } = this.instant;
    const past = asOf === now && knownAt === now ? null : [asOf, knownAt, knownBy];
    const dims = Object.entries(dimsOf(this.scope, origin))
      .map(([name, values]) => [name, [...values].sort(byText)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify(['quality', dims, this.shownWindow().asked, past, audience]);
    return createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }
}
