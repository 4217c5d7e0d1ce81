import type { FactSource } from '@sightline/contracts/events/envelope';
import { bodyHash } from './once';

const source: FactSource = {
  sourceSystemId: 'erp',
  flow: 'receipts',
  plantId: null,
  idempotencyKey: 'k',
  sequence: null,
  correlationId: null,
  backfill: false,
  correctionOf: null,
  importId: null,
};
const at = (instant: string, on: string) => ({ at: instant, on });

describe('the hash of a fact', () => {
  const fact = {
    source,
    occurred: at('2026-03-10T23:30:00Z', '2026-03-10'),
    recorded: at('2026-03-10T23:31:00Z', '2026-03-10'),
  };

  it('stays when the plant’s time zone is learnt between two sendings', () => {
    const later = {
      ...fact,
      occurred: at('2026-03-10T23:30:00Z', '2026-03-11'),
      recorded: at('2026-03-10T23:31:00Z', '2026-03-11'),
    };
    expect(bodyHash(later, { quantity: '1' })).toBe(bodyHash(fact, { quantity: '1' }));
  });

  it('stays when another import brings it', () => {
    expect(bodyHash({ ...fact, source: { ...source, importId: 'i' } }, {})).toBe(bodyHash(fact, {}));
  });

  it('changes with what is said, and with when it happened', () => {
    expect(bodyHash(fact, { quantity: '2' })).not.toBe(bodyHash(fact, { quantity: '1' }));
    expect(bodyHash({ ...fact, occurred: { at: null, on: '2026-03-10' } }, {})).not.toBe(bodyHash(fact, {}));
  });
});
