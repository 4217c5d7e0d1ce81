import { randomUUID } from 'node:crypto';
import {
  IMPORT_DROPPED_V1,
  IMPORT_SEALED_V1,
  type ImportDroppedV1,
  type ImportSealedV1,
} from '@sightline/contracts/events/flow-marks.v1';
import { ERP, QualityPlatform } from './quality-platform';

let told: QualityPlatform;
beforeEach(async () => {
  told = await QualityPlatform.start('2026-03-20T12:00:00Z');
  told.lines('ACME', ['L1']);
  await told.settle();
});
afterEach(() => told.stop());

const mark = (
  type: typeof IMPORT_SEALED_V1 | typeof IMPORT_DROPPED_V1,
  importId: string,
): ImportSealedV1 | ImportDroppedV1 => {
  const eventId = randomUUID();
  const day = { at: null, on: '2026-03-20' };
  return {
    eventId,
    type,
    subjectType: 'Import',
    subjectId: importId,
    subjectVersion: 1,
    tenant: null,
    source: null,
    occurred: day,
    recorded: day,
    ingestedAt: '2026-03-20T12:00:00.000Z',
    payload: { importId, sourceSystemId: 'qms-1', reason: null },
  } as ImportSealedV1 | ImportDroppedV1;
};
const lotOf = (importId: string) => ({
  event: 'CREATED',
  lot: 'Q1',
  key: 'created',
  lotQuantity: '100',
  sampleSize: 10,
  defectiveInSample: '1',
  purchaseOrderLine: { sourceSystemId: ERP, type: 'purchaseOrderLine', value: 'L1' },
  source: { importId },
});
const count = async () =>
  (
    await told.query<{ inspectionLots: { totalCount: number }; qualityPerformance: { defectRate: { n: number } } }>(
      `{ inspectionLots { totalCount } qualityPerformance { defectRate { n } } }`,
    )
  ).inspectionLots.totalCount;

it('shows the lots of an import once it is sealed, by every log that brings it here', async () => {
  expect(await told.inspect(lotOf('import-1'))).toMatchObject({ applied: 1 });
  told.receipts({ line: 'L1', key: 'R1', quantity: '50', importId: 'import-1' });
  await told.settle();
  expect(await count()).toBe(0);
  told.platform.scripted('operations').publish(mark(IMPORT_SEALED_V1, 'import-1'));
  await told.settle();
  expect(await count()).toBe(0);
  told.platform.scripted('inventory').publish(mark(IMPORT_SEALED_V1, 'import-1'));
  await told.settle();
  expect(await count()).toBe(2);
});

it('forgets a dropped import, whose facts may come again', async () => {
  await told.inspect(lotOf('import-1'));
  await told.settle();
  told.platform.scripted('operations').publish(mark(IMPORT_DROPPED_V1, 'import-1'));
  await told.settle();
  expect(await told.inspect(lotOf('import-2'))).toMatchObject({ applied: 1 });
  told.platform.scripted('operations').publish(mark(IMPORT_SEALED_V1, 'import-2'));
  told.platform.scripted('inventory').publish(mark(IMPORT_SEALED_V1, 'import-2'));
  await told.settle();
  expect(await count()).toBe(1);
});
