import { SupplierPlatform } from './supplier-platform';

let told: SupplierPlatform;
beforeAll(async () => {
  told = await SupplierPlatform.start('2026-03-20T12:00:00Z');
  await told.onboard('ACME');
});
afterAll(() => told.stop());

const codesOf = (payload: { results: { userErrors: { code: string }[] }[] }): (string | null)[] =>
  payload.results.map((result) => result.userErrors[0]?.code ?? null);
const NUL = 'a\u0000b';
const HALF = 'half \ud83d';

describe('a fact that the database could not keep fails alone', () => {
  it('as an order line', async () => {
    const stamped = (at: string): object => ({ ...told.source('2026-01-01'), occurredOn: null, occurredAt: at });
    const payload = await told.lines(
      told.line('T1'),
      told.line('T2', { plantCode: NUL }),
      told.line('T3', { itemName: HALF }),
      told.line('T4', { externalIds: [told.name('x'.repeat(4_000))] }),
      told.line('T5', { source: { ...told.source('2026-01-01'), idempotencyKey: `k${NUL}` } }),
      told.line('T6', { source: stamped('2026-01-01T10:00:00+16:00') }),
      told.line('T7', { committedDate: '9999-12-31' }),
      told.line('T8', { source: stamped('2026-01-01T10:00:00+15:59') }),
    );
    expect(codesOf(payload)).toEqual([
      null,
      'TEXT_INVALID',
      'TEXT_INVALID',
      'TEXT_TOO_LONG',
      'TEXT_INVALID',
      'DATE_INVALID',
      'DATE_INVALID',
      null,
    ]);
    expect(payload).toMatchObject({ applied: 2, refused: 6 });
  });

  it('as a milestone', async () => {
    const shipped = (name: string): object => ({
      source: told.source('2026-02-01'),
      milestone: 'SHIPPED',
      purchaseOrderLine: told.name(name),
    });
    const payload = await told.events(shipped('T1'), shipped(NUL), shipped(HALF), shipped('x'.repeat(4_000)));
    expect(codesOf(payload)).toEqual([null, 'TEXT_INVALID', 'TEXT_INVALID', 'TEXT_TOO_LONG']);
  });

  it('as a supplier', async () => {
    const supplier = (code: string, name: string): object => ({ source: told.source('2020-01-01'), code, name });
    const payload = await told.door('onboardSuppliers', 'SupplierInput', [
      supplier('GOOD', 'Good 發 🚚'),
      supplier(NUL, 'Bad'),
      supplier('BAD', HALF),
      supplier('x'.repeat(4_000), 'Bad'),
    ]);
    expect(codesOf(payload)).toEqual([null, 'TEXT_INVALID', 'TEXT_INVALID', 'TEXT_TOO_LONG']);
  });
});
