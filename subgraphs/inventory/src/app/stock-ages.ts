import type { FlowKind } from '@sightline/contracts/flow-kinds';
import type { DataOrigin } from '@sightline/contracts/simulated';
import { freshnessOf, type Freshness, type FlowProgressRow } from '@sightline/kit/freshness/freshness';
import { readFlows } from '@sightline/kit/freshness/progress';
import type { RequestContext } from '@sightline/kit/server/manifest';

/** What decides the age of a position. */
export interface AgeingStock {
  plantId: string;
  origin: DataOrigin;
  /** True when decisions of quality feed it. */
  inspected: boolean;
}

const KINDS: readonly FlowKind[] = ['GOODS_RECEIPTS', 'STOCK_MOVEMENTS'];

/**
 * How old stock is, for one request: the flows are read once, however many positions are asked for. A position rests on the
 * receipts and movements at its plant, and, where inspections decide about it, on those.
 */
export class StockAges {
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(private readonly context: Pick<RequestContext, 'read' | 'call'>) {}

  of({ plantId, origin, inspected }: AgeingStock): Promise<Freshness> {
    return this.keep(JSON.stringify([plantId, origin, inspected]), async () => {
      const flows = await this.flowsOf(origin, inspected);
      return freshnessOf(
        flows.filter((flow) => flow.plantId === null || flow.plantId === plantId),
        this.context.call.instant.now,
      );
    });
  }

  private flowsOf(origin: DataOrigin, inspected: boolean): Promise<readonly FlowProgressRow[]> {
    return this.keep(JSON.stringify([origin, inspected]), () =>
      this.context.read((manager) =>
        readFlows(manager, {
          kinds: inspected ? [...KINDS, 'INSPECTIONS'] : KINDS,
          sourceSystemIds: null,
          plantIds: null,
          origin,
        }),
      ),
    );
  }

  private keep<Made>(key: string, make: () => Promise<Made>): Promise<Made> {
    const known = this.kept.get(key) as Promise<Made> | undefined;
    const made = known ?? make();
    this.kept.set(key, made);
    return made;
  }
}
