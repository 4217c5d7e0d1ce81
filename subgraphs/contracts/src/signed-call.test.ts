import fc from 'fast-check';
import type { Call, SigningKeys } from './signed-call';
import { AUDIENCE_HEADER, CALL_HEADER, SIGNATURE_HEADER, signCall, verifyCall } from './signed-call';
import { NonceWindow } from './nonce-window';
import { presentInstant } from './request-instant';

const NOW = Date.parse('2026-03-14T09:30:00Z');
const keys: SigningKeys = {
  current: { kid: 'k2', secret: 'b'.repeat(32) },
  previous: { kid: 'k1', secret: Buffer.alloc(32, 1) },
};
const call: Call = {
  actor: {
    id: 'u1',
    name: 'Zoë Müller',
    persona: 'supplier',
    scopes: ['figures:read'],
    supplierIds: ['s1'],
    plantIds: null,
  },
  instant: presentInstant('2026-03-14T09:30:00.000Z'),
  requestId: 'r1',
  deadlineMs: NOW + 5_000,
};
const body = JSON.stringify({ query: '{ __typename }', variables: { name: 'façade' } });

const signed = () => signCall(keys, 'suppliers', 'graphql', call, body, NOW);
const verify = (headers: Record<string, string>, over: { body?: string; path?: string; nowMs?: number } = {}) =>
  verifyCall(
    keys,
    'suppliers',
    over.path ?? 'graphql',
    headers,
    over.body ?? body,
    over.nowMs ?? NOW,
    new NonceWindow(),
  );

/** Replaces one of the five comma-separated parts of the signature header. */
function withPart(headers: Record<string, string>, index: number, part: string): Record<string, string> {
  const parts = headers[SIGNATURE_HEADER]!.split(',');
  parts[index] = part;
  return { ...headers, [SIGNATURE_HEADER]: parts.join(',') };
}

describe('a signed call', () => {
  it('arrives as it was sent', () => {
    expect(verify(signed())).toEqual({ ok: true, call });
  });

  it('is believed for 30 seconds, and a clock may run 5 seconds ahead', () => {
    expect(verify(signed(), { nowMs: NOW + 30_000 }).ok).toBe(true);
    expect(verify(signed(), { nowMs: NOW + 30_001 })).toEqual({ ok: false, reason: 'OUTSIDE_TIME_WINDOW' });
    expect(verify(signed(), { nowMs: NOW - 5_000 }).ok).toBe(true);
    expect(verify(signed(), { nowMs: NOW - 5_001 })).toEqual({ ok: false, reason: 'OUTSIDE_TIME_WINDOW' });
  });

  it('is answered once: the same call again is a replay', () => {
    const nonces = new NonceWindow();
    const headers = signed();
    const again = () => verifyCall(keys, 'suppliers', 'graphql', headers, body, NOW, nonces);
    expect(again().ok).toBe(true);
    expect(again()).toEqual({ ok: false, reason: 'REPLAYED' });
  });

  it('is believed under the previous key until that is withdrawn', () => {
    const before: SigningKeys = { current: keys.previous!, previous: null };
    const headers = signCall(before, 'suppliers', 'graphql', call, body, NOW);
    expect(verify(headers).ok).toBe(true);
    const after = { current: keys.current, previous: null };
    expect(verifyCall(after, 'suppliers', 'graphql', headers, body, NOW, new NonceWindow())).toEqual({
      ok: false,
      reason: 'UNKNOWN_KEY',
    });
  });

  it('meant for one subgraph is refused by another, also when the header is rewritten', () => {
    const headers = signed();
    const elsewhere = (given: Record<string, string>) =>
      verifyCall(keys, 'inventory', 'graphql', given, body, NOW, new NonceWindow());
    expect(elsewhere(headers)).toEqual({ ok: false, reason: 'WRONG_AUDIENCE' });
    expect(elsewhere({ ...headers, [AUDIENCE_HEADER]: 'inventory' })).toEqual({ ok: false, reason: 'BAD_SIGNATURE' });
  });

  it.each([
    ['another body', () => verify(signed(), { body: body.replace('façade', 'facade') })],
    ['another path', () => verify(signed(), { path: 'feed' })],
    ['another time', () => verify(withPart(signed(), 2, String(NOW + 1)))],
    ['another nonce', () => verify(withPart(signed(), 3, 'fresh'))],
    ['another signature', () => verify(withPart(signed(), 4, Buffer.alloc(32).toString('base64url')))],
    ['a shortened signature', () => verify(withPart(signed(), 4, signed()[SIGNATURE_HEADER]!.slice(-10)))],
    ['the name of the other key', () => verify(withPart(signed(), 1, 'k1'))],
    [
      'another actor',
      () => {
        const actor = { ...call.actor, supplierIds: null };
        const forged = Buffer.from(JSON.stringify({ ...call, actor })).toString('base64url');
        return verify({ ...signed(), [CALL_HEADER]: forged });
      },
    ],
  ])('is refused with %s', (_, attempt) => {
    expect(attempt()).toEqual({ ok: false, reason: 'BAD_SIGNATURE' });
  });

  it.each([
    ['no signature', () => verify({}), 'NOT_SIGNED'],
    [
      'two signatures',
      () =>
        verifyCall(
          keys,
          'suppliers',
          'graphql',
          { ...signed(), [SIGNATURE_HEADER]: ['a', 'b'] },
          body,
          NOW,
          new NonceWindow(),
        ),
      'NOT_SIGNED',
    ],
    ['an unknown version', () => verify(withPart(signed(), 0, 'v2')), 'MALFORMED'],
    ['a part too many', () => verify(withPart(signed(), 4, 'x,y')), 'MALFORMED'],
    ['a time that is no number', () => verify(withPart(signed(), 2, '1e12')), 'MALFORMED'],
    ['an unknown key', () => verify(withPart(signed(), 1, 'k9')), 'UNKNOWN_KEY'],
  ])('is refused with %s', (_, attempt, reason) => {
    expect(attempt()).toEqual({ ok: false, reason });
  });

  it('that is rightly signed but of another shape is refused, not half believed', () => {
    const shapes: unknown[] = [
      {},
      { ...call, actor: { ...call.actor, supplierIds: undefined } },
      { ...call, deadlineMs: '5' },
    ];
    for (const shape of shapes) {
      const headers = signCall(keys, 'suppliers', 'graphql', shape as Call, body, NOW);
      expect(verify(headers)).toEqual({ ok: false, reason: 'MALFORMED' });
    }
  });

  it('never verifies after any one character of its headers or body was changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(SIGNATURE_HEADER, AUDIENCE_HEADER, CALL_HEADER, 'body'),
        fc.nat(),
        fc.constantFrom('0', 'A', 'z', ','),
        (part, position, replacement) => {
          const headers = signed();
          const text = part === 'body' ? body : headers[part]!;
          const at = position % text.length;
          fc.pre(text[at] !== replacement);
          const changed = text.slice(0, at) + replacement + text.slice(at + 1);
          // The last character of a base64url text carries spare bits: such a change is no change of the bytes.
          const signature = (value: string) => Buffer.from(value.split(',')[4] ?? '', 'base64url').toString('hex');
          fc.pre(part !== SIGNATURE_HEADER || at < text.length - 1 || signature(changed) !== signature(text));
          const result = part === 'body' ? verify(headers, { body: changed }) : verify({ ...headers, [part]: changed });
          expect(result.ok).toBe(false);
        },
      ),
    );
  });
});

describe('the nonce window', () => {
  it('remembers a nonce for as long as its signature is believed', () => {
    const nonces = new NonceWindow();
    expect(nonces.admit('a', NOW + 39_999)).toBe('NEW');
    expect(nonces.admit('b', NOW + 40_000)).toBe('NEW');
    // Signed 5 s ahead of our clock and believed 30 s after that.
    expect(nonces.admit('a', NOW + 39_999 + 35_000)).toBe('REPLAYED');
  });

  it('keeps no more than two generations', () => {
    const nonces = new NonceWindow(1_000, 3);
    expect([1, 2, 3].map((n) => nonces.admit(`a${n}`, NOW))).toEqual(['NEW', 'NEW', 'NEW']);
    expect(nonces.admit('a4', NOW)).toBe('NONCE_WINDOW_FULL');
    expect(nonces.admit('a4', NOW + 1_000)).toBe('NEW');
    expect(nonces.admit('a1', NOW + 1_500)).toBe('REPLAYED');
    expect(nonces.admit('a1', NOW + 2_000)).toBe('NEW');
  });

  it('starts empty after a pause', () => {
    const nonces = new NonceWindow(1_000, 3);
    nonces.admit('a', NOW);
    expect(nonces.admit('a', NOW + 5_000)).toBe('NEW');
  });
});
