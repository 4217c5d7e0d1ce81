import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { freshnessOf, type Freshness } from '../freshness/freshness';
import { originReader, type OriginReader, type OriginScope } from '../freshness/origin';
import { readFlows, type FlowScope } from '../freshness/progress';
import { cappedBy, unseenBeyond } from '../freshness/unseen';
import { readPositions } from '../outbox/projector';
import type { RequestContext } from '../server/manifest';
import type { ComparableSource } from './comparison';
import { audienceOf, contributionCursors, type ContributionCursors } from './contribution-cursor';
import type { RunInTenant } from './population-sql';
import { rememberedSource, rememberFor } from './remembered-source';
import { SharedFolds, type FoldSteps } from './shared-folds';
import { inTime } from './still-folding';

/** Where a request's figures stand in the log, and whether stored contributions answer there. */
export interface Pinned {
  pos: number;
  stored: boolean;
  /** Of the log: positions of another epoch are another log's. */
  epoch: number;
}

export interface GroundOptions {
  /** Of the subgraph's contributions. */
  dimensions: readonly string[];
  /** The kinds of fact whose sources decide whose figures are shown when nobody says. */
  originKinds: readonly FlowKind[];
}

/**
 * What all figures of one request stand on: one position of the log, one origin, one age, and what was worked out once for
 * all of them. A subgraph's desk asks the questions of its business on it.
 */
export class FigureGround {
  readonly cursors: ContributionCursors;
  private pinned: Promise<Pinned> | null = null;
  private readonly kept = new Map<string, Promise<unknown>>();
  private readonly origins: OriginReader;

  constructor(
    readonly context: RequestContext,
    private readonly options: GroundOptions,
  ) {
    this.origins = originReader((work) => context.read(work));
    this.cursors = contributionCursors({
      key: context.services.cursorKey,
      audience: audienceOf(context.call.actor),
    });
  }

  /** Reads for all who may see the same: what is worked out is not thrown away with the caller who was first. */
  get remember(): RunInTenant {
    return rememberFor(this.context.services.database, this.context.tenancy);
  }

  /**
   * Where the figures stand: nothing beyond is in them. Stored contributions follow the visible log by a moment. What a
   * short log shows is folded meanwhile; of a long one the figures stand where the stored contributions do, and say so by
   * their age.
   */
  pin(): Promise<Pinned> {
    this.pinned ??= this.context.read(readPositions).then(({ visible, derived, epoch }) => {
      if (derived >= visible) return { pos: visible, stored: true, epoch };
      return visible <= this.context.services.foldedEvents
        ? { pos: visible, stored: false, epoch }
        : { pos: derived, stored: true, epoch };
    });
    return this.pinned;
  }

  async position(): Promise<number> {
    return (await this.pin()).pos;
  }

  /** Whose facts the figures of a scope are over: never both. */
  originOf(scope: OriginScope | null | undefined): Promise<DataOrigin> {
    return this.origins(scope, this.options.originKinds);
  }

  /** The stored contributions as they were at a position. Facts of imports enter them with the seal, so it alone decides. */
  async storedAt(pos: number): Promise<ComparableSource> {
    const { services, tenancy } = this.context;
    return rememberedSource((work) => this.context.read(work), {
      pos,
      epoch: (await this.pin()).epoch,
      dimensions: this.options.dimensions,
      database: services.database,
      tenancy,
      remember: this.remember,
    });
  }

  /**
   * Subjects folded at a position, for every request of callers who may see the same.
   *
   * @throws StillFolding when the request would be over before they are
   */
  async folded<Row>(what: readonly unknown[], pos: number, steps: FoldSteps<Row>): Promise<ReadonlyMap<string, Row>> {
    return this.keep(JSON.stringify(['folded', pos, what]), () =>
      inTime(this.folding(what, pos, steps), this.context.msLeft()),
    );
  }

  /** The same for a fold that rests on another: it takes its time, as the other one does. */
  async folding<Row>(what: readonly unknown[], pos: number, steps: FoldSteps<Row>): Promise<ReadonlyMap<string, Row>> {
    const { pos: now, epoch } = await this.pin();
    const key = JSON.stringify([this.context.tenancy, epoch, ...what]);
    return SharedFolds.of(this.context.services).at(key, { pos, now }, steps);
  }

  /** The age of the figures over some flows: that of the oldest, and no younger than what the figures hold. */
  freshness(flows: FlowScope): Promise<Freshness> {
    return this.keep(JSON.stringify(['freshness', flows]), async () => {
      const pos = await this.position();
      const found = await this.context.read(async (manager) =>
        cappedBy(await readFlows(manager, flows), await unseenBeyond(manager, pos)),
      );
      return freshnessOf(found, this.context.call.instant.now);
    });
  }

  /** Works something out once in the request. */
  keep<Made>(key: string, make: () => Promise<Made>): Promise<Made> {
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept as Promise<Made>;
    const made = make();
    this.kept.set(key, made);
    return made;
  }
}
