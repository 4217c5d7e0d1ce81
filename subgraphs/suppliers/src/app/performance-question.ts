import { createHash } from 'node:crypto';
import { definitionById, DEFAULT_ON_TIME } from '@sightline/contracts/metric-definitions/system-definitions';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { RequestInstant } from '@sightline/contracts/request-instant';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';
import { windowOf, type Scope, type Asking } from '@sightline/kit/figures/question';
import { dimsOf } from './question';

/** Null, "says nothing", stands first. */
const byText = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);

/** One question about delivery performance; equal questions have equal ids. */
export class PerformanceQuestion implements Asking {
  constructor(
    readonly scope: Scope | null | undefined,
    readonly window: WindowRequest | null | undefined,
    readonly instant: RequestInstant,
  ) {
    // A window that makes no sense is refused once, at the root, instead of in every figure.
    this.shownWindow();
  }

  /** The window with the basis by which on time is judged; each figure shows its own. */
  shownWindow(): ResolvedWindow {
    return windowOf(this.window, definitionById(DEFAULT_ON_TIME)!.defaultBasis, this.instant.asOf);
  }

  /**
   * Canonical id: the same for the same scope, window and instants, whatever their spelling.
   *
   * @param audience  who may see what: two audiences have two figures
   * @param origin    whose facts the figures are over
   */
  idFor(audience: string, origin: DataOrigin): string {
    const present = this.instant.asOf === this.instant.now && this.instant.knownAt === this.instant.now;
    const dims = Object.entries(dimsOf(this.scope, origin))
      .map(([name, values]) => [name, [...values].sort(byText)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const { asOf, knownAt, knownBy } = this.instant;
    const text = JSON.stringify([dims, this.shownWindow().asked, present ? null : [asOf, knownAt, knownBy], audience]);
    return createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }
}
