import { createHash } from 'node:crypto';
import { PRODUCTION, systemDefinition } from '@sightline/contracts/metric-definitions/system-definitions';
import { isPresent, type RequestInstant } from '@sightline/contracts/request-instant';
import type { DataOrigin } from '@sightline/contracts/simulated';
import type { ResolvedWindow, WindowRequest } from '@sightline/kit/time/window';
import { windowOf, type Scope } from '@sightline/kit/figures/question';
import { checkScope, dimsOf } from './question';

/** One question about how production keeps its plan; equal questions have equal ids. */
export class PerformanceQuestion {
  constructor(
    readonly scope: Scope | null | undefined,
    readonly window: WindowRequest | null | undefined,
    readonly instant: RequestInstant,
  ) {
    // What makes no sense is refused once, at the root, instead of in every figure.
    checkScope(scope);
    this.shownWindow();
  }

  /** The window with the basis of schedule adherence; each figure shows its own. */
  shownWindow(): ResolvedWindow {
    return windowOf(this.window, systemDefinition(PRODUCTION.scheduleAdherence).defaultBasis, this.instant.asOf);
  }

  /** Canonical id: the same for the same scope, window and instants, whatever their spelling. */
  idFor(origin: DataOrigin): string {
    const dims = Object.entries(dimsOf(this.scope, origin))
      .map(([name, values]) => [name, values.map((value) => value ?? '').sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const { asOf, knownAt, knownBy } = this.instant;
    const instants = isPresent(this.instant) ? null : [asOf, knownAt, knownBy];
    const text = JSON.stringify(['production', dims, this.shownWindow().asked, instants]);
    return createHash('sha256').update(text).digest('base64url').slice(0, 22);
  }
}
