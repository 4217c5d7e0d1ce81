import { readSourceEnvelope, type SourceEnvelopeInput } from './source-envelope';

const plain: SourceEnvelopeInput = {
  sourceSystemId: 'wms',
  flow: 'receipts',
  idempotencyKey: 'gr-1',
  occurredAt: '2026-03-10T23:30:00-05:00',
  recordedOn: '2026-03-12',
};

describe('where a fact comes from and when', () => {
  it('is kept as its source wrote it, with the day at the site', () => {
    const read = readSourceEnvelope(plain, 'Europe/Berlin');
    expect(read).toMatchObject({
      ok: true,
      value: {
        occurred: { at: '2026-03-10T23:30:00-05:00', on: '2026-03-11' },
        recorded: { at: null, on: '2026-03-12' },
        source: { plantId: null, sequence: null, backfill: false, correctionOf: null, importId: null },
      },
    });
  });

  it('keeps the day as written when nobody told the site’s zone', () => {
    expect(readSourceEnvelope(plain, null)).toMatchObject({ value: { occurred: { on: '2026-03-10' } } });
  });

  it.each<[string, string, Partial<SourceEnvelopeInput>]>([
    ['SOURCE_MISSING', 'sourceSystemId', { sourceSystemId: ' ' }],
    ['FLOW_MISSING', 'flow', { flow: '' }],
    ['IDEMPOTENCY_KEY_MISSING', 'idempotencyKey', { idempotencyKey: '' }],
    ['TIME_AMBIGUOUS', 'occurredAt', { occurredOn: '2026-03-10' }],
    ['TIME_AMBIGUOUS', 'recordedAt', { recordedOn: null }],
    ['DATE_INVALID', 'occurredAt', { occurredAt: '2026-03-10T23:30:00' }],
    ['DATE_INVALID', 'recordedOn', { recordedOn: '2026-02-29' }],
    ['DATE_INVALID', 'recordedOn', { recordedOn: '' }],
  ])('is refused as %s at %s: %j', (code, field, change) => {
    expect(readSourceEnvelope({ ...plain, ...change }, null)).toMatchObject({
      ok: false,
      code,
      field: ['source', field],
    });
  });
});
