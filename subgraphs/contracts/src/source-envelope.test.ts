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

  it('takes the latest and the earliest years, the widest offset, the longest key, and any letter there is', () => {
    for (const change of [
      { recordedOn: '1900-01-01' },
      { recordedOn: '9000-12-31' },
      { occurredAt: '2026-03-10T23:30:00+15:59' },
      { idempotencyKey: 'k'.repeat(200) },
      { idempotencyKey: 'Größe 🚚 發貨' },
    ])
      expect(readSourceEnvelope({ ...plain, ...change }, null)).toMatchObject({ ok: true });
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
    ['DATE_INVALID', 'recordedOn', { recordedOn: '9999-12-31' }],
    ['DATE_INVALID', 'recordedOn', { recordedOn: '1899-12-31' }],
    ['DATE_INVALID', 'occurredAt', { occurredAt: '0001-01-01T00:00:00+05:00' }],
    ['DATE_INVALID', 'occurredAt', { occurredAt: '2026-03-10T23:30:00+16:00' }],
    ['TEXT_INVALID', 'idempotencyKey', { idempotencyKey: 'gr\u0000' }],
    ['TEXT_INVALID', 'correlationId', { correlationId: 'half \ud83d' }],
  ])('is refused as %s at %s: %j', (code, field, change) => {
    expect(readSourceEnvelope({ ...plain, ...change }, null)).toMatchObject({
      ok: false,
      code,
      field: ['source', field],
    });
  });

  it.each(['sourceSystemId', 'flow', 'idempotencyKey', 'importId', 'plantId', 'correctionOf'])(
    'is refused when %s is longer than any key',
    (field) => {
      expect(readSourceEnvelope({ ...plain, [field]: 'k'.repeat(201) }, null)).toMatchObject({
        ok: false,
        code: 'TEXT_TOO_LONG',
        field: ['source', field],
      });
    },
  );

  it('is refused when it counts parts of a second without end', () => {
    const occurredAt = `2026-03-10T23:30:00.${'1'.repeat(100)}Z`;
    expect(readSourceEnvelope({ ...plain, occurredAt }, null)).toMatchObject({ code: 'DATE_INVALID' });
  });
});
