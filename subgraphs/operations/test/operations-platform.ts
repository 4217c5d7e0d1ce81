import type { FlowReport, LagObservation } from '@sightline/contracts/subgraph-ports';
import { flowIdOf } from '@sightline/contracts/identities';
import { ManualClock } from '@sightline/kit/testing/fixed-clock';
import { startTestSubgraphs, type TestPlatform } from '@sightline/kit/testing/run-platform';
import { createTestDatabase } from '@sightline/kit/testing/test-database';
import { subgraph } from '@sightline/operations/subgraph';

export const NOW = '2026-03-14T09:30:00.000Z';

export interface OperationsUnderTest extends TestPlatform {
  clock: ManualClock;
  end(): Promise<void>;
}

/** Operations alone, on a database of its own; what the other subgraphs report is scripted. */
export async function startOperations(): Promise<OperationsUnderTest> {
  const database = await createTestDatabase();
  const clock = new ManualClock(NOW);
  const platform = await startTestSubgraphs([subgraph], { database, clock });
  return {
    ...platform,
    clock,
    async end() {
      await platform.stop();
      await database.drop();
    },
  };
}

/** A flow of receipts as inventory reports it. */
export const reported = (flow: string, fields: Partial<FlowReport> = {}): FlowReport => ({
  id: flowIdOf(fields.sourceSystemId ?? 'erp', flow, fields.plantId ?? null),
  sourceSystemId: 'erp',
  flow,
  plantId: null,
  kind: 'GOODS_RECEIPTS',
  watermark: '2026-03-14T09:29:30.000Z',
  closed: false,
  facts: 5,
  backfilled: 0,
  duplicates: 0,
  gaps: 0,
  expected: null,
  lastEventAt: '2026-03-14T09:29:35.000Z',
  lastHeartbeatAt: null,
  backlog: 0,
  oldestBacklogAt: null,
  budgetSeconds: 60,
  skewSeconds: null,
  ...fields,
});

export function reports(
  platform: TestPlatform,
  flows: readonly FlowReport[],
  lags: readonly LagObservation[] = [],
  more: { projected?: number; importSealed?: boolean | null; importDropped?: boolean | null } = {},
): void {
  platform.scripted('inventory').progress = {
    head: 10,
    projected: 10,
    flows,
    lags,
    importSealed: null,
    importDropped: null,
    ...more,
  };
}

/** Asks as the developer; fails the test when the operation itself fails. */
export async function ask<Data>(
  platform: TestPlatform,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const { data, errors } = await platform.ask<Data>('operations', 'integrator', query, variables);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}
