import { buildSchema } from 'graphql';
import type { Actor, Scope } from '@sightline/contracts/actor';
import { Callers } from './callers';
import { Guards, type Asked } from './guards';
import { DEFAULT_ALLOWANCES, type Allowance } from './limits';

const SDL = 'type Query { stock: Int rows(first: Int! = 20): [Row] } type Row { id: ID }';
const OWN = 'query Own { rows(first: 10) { id } }';

let nowMs = 0;
const guardsWith = (readers: Partial<Allowance> = {}): Guards =>
  new Guards({
    schema: buildSchema(SDL),
    supergraphSdl: SDL.replace('): [Row]', '): [Row] @listSize(slicingArguments: ["first"])'),
    trusted: new Map([['abc', OWN]]),
    callers: new Callers(
      { ...DEFAULT_ALLOWANCES, readers: { ...DEFAULT_ALLOWANCES.readers, ...readers } },
      () => nowMs,
    ),
  });

const actor = (id: string, ...scopes: Scope[]): Actor => ({
  id,
  name: id,
  persona: 'planner',
  scopes,
  supplierIds: null,
  plantIds: null,
});
const [reader, writer] = [actor('reader'), actor('writer', 'graphql:adhoc')];

function codeOf(guards: Guards, asked: Asked, by: Actor): unknown {
  const admission = guards.admit(asked, by);
  return admission.ok ? null : admission.refusal.errors[0]!.extensions?.['code'];
}
const named = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

describe('an operation that was released with a client of ours', () => {
  it('is known by its hash, or by its text, and needs no scope', () => {
    const guards = guardsWith();
    for (const asked of [named('abc'), named('sha256:abc'), { query: OWN }, { ...named('abc'), query: '' }]) {
      const admission = guards.admit(asked, reader);
      expect(admission).toMatchObject({ ok: true, admitted: { text: OWN, isTrusted: true, cost: { requested: 10 } } });
    }
  });

  it('keeps its document whatever strangers send', () => {
    const guards = guardsWith();
    const first = guards.admit(named('abc'), reader);
    for (let n = 0; n < 1_000; n += 1) guards.admit({ query: `query Q${n} { stock }` }, writer);
    const later = guards.admit(named('abc'), reader);
    expect(first.ok && later.ok && first.admitted.document === later.admitted.document).toBe(true);
  });
});

describe('an operation of one’s own', () => {
  it('needs the scope for it, whatever it is', () => {
    for (const query of ['{ stock }', '{ __schema { types { name } } }', '{ stok }', '{']) {
      expect(codeOf(guardsWith(), { query }, reader)).toBe('DOCUMENT_NOT_TRUSTED');
      expect(codeOf(guardsWith(), { query }, writer)).not.toBe('DOCUMENT_NOT_TRUSTED');
    }
  });

  it('may come beside a hash that is not known', () => {
    expect(codeOf(guardsWith(), { ...named('nobody'), query: '{ stock }' }, writer)).toBeNull();
    expect(codeOf(guardsWith(), named('nobody'), writer)).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it.each<[string, Asked, string]>([
    ['no text', {}, 'BAD_REQUEST'],
    ['a text that is none', { query: 7 }, 'BAD_REQUEST'],
    ['variables that are a list', { query: '{ stock }', variables: [1] }, 'BAD_REQUEST'],
    ['a name that is none', { query: '{ stock }', operationName: {} }, 'BAD_REQUEST'],
    ['a name that is not there', { query: '{ stock }', operationName: 'B' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['two operations and no name', { query: 'query A { stock } query B { stock }' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['text that is no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['more tokens than are read', { query: `{ ${'stock '.repeat(1_001)} }` }, 'OPERATION_TOO_LARGE'],
    ['more characters than are read', { query: `{ stock } #${'x'.repeat(15_000)}` }, 'OPERATION_TOO_LARGE'],
    ['a field that is not there', { query: '{ stok }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a page that is too large', { query: '{ rows(first: 501) { id } }' }, 'PAGE_SIZE_INVALID'],
  ])('with %s is refused', (_, asked, code) => {
    expect(codeOf(guardsWith(), asked, writer)).toBe(code);
  });
});

describe('what a caller may spend', () => {
  it('comes back with time, and is told with every answer', () => {
    const guards = guardsWith({ capacity: 15, perSecond: 5 });
    expect(guards.admit(named('abc'), reader)).toMatchObject({
      admitted: { cost: { requested: 10, remaining: 5, capacity: 15, restoredPerSecond: 5, limit: 5_000 } },
    });
    const refused = guards.admit(named('abc'), reader);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { status: 429, headers: { 'retry-after': '1' }, errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
    });
    nowMs += 999;
    expect(codeOf(guards, named('abc'), reader)).toBe('RATE_LIMITED');
    nowMs += 1;
    expect(guards.admit(named('abc'), reader)).toMatchObject({ ok: true, admitted: { cost: { remaining: 0 } } });
  });

  it('is nobody else’s, and a refused operation costs nothing', () => {
    const guards = guardsWith({ capacity: 10, perSecond: 1 });
    expect(codeOf(guards, { query: '{ rows(first: 501) { id } }' }, writer)).toBe('PAGE_SIZE_INVALID');
    expect(codeOf(guards, named('abc'), writer)).toBeNull();
    expect(codeOf(guards, named('abc'), writer)).toBe('RATE_LIMITED');
    expect(codeOf(guards, named('abc'), reader)).toBeNull();
  });

  it('is more for sources, which send facts all day', () => {
    const source = guardsWith().admit(named('abc'), actor('source', 'facts:write'));
    expect(source).toMatchObject({ admitted: { cost: { capacity: DEFAULT_ALLOWANCES.sources.capacity } } });
  });
});

describe('operations at once', () => {
  it('are so many of one caller; the next waits its turn, and others do not wait for it', async () => {
    const guards = guardsWith({ atOnce: 2, waiting: 2 });
    const [first, second] = await Promise.all([1, 2].map(() => guards.enter(reader, 1_000, null)));
    const order: string[] = [];
    const third = guards.enter(reader, 1_000, null).then((leave) => (order.push('third'), leave));
    const fourth = guards.enter(reader, 1_000, null).then((leave) => (order.push('fourth'), leave));
    expect(await guards.enter(reader, 1_000, null)).toMatchObject({ status: 429 });
    expect(typeof (await guards.enter(writer, 1_000, null))).toBe('function');
    (first as () => void)();
    const inside = await third;
    expect(order).toEqual(['third']);
    (inside as () => void)();
    (second as () => void)();
    expect(typeof (await fourth)).toBe('function');
    expect(order).toEqual(['third', 'fourth']);
  });

  it('that wait are let go when their time is up or their caller has left', async () => {
    const guards = guardsWith({ atOnce: 1, waiting: 2 });
    const inside = (await guards.enter(reader, 1_000, null)) as () => void;
    expect(await guards.enter(reader, 10, null)).toMatchObject({
      errors: [{ extensions: { code: 'TOO_MANY_AT_ONCE' } }],
    });
    const gone = new AbortController();
    const left = guards.enter(reader, 10_000, gone.signal);
    gone.abort();
    expect(typeof (await left)).toBe('object');
    inside();
    expect(typeof (await guards.enter(reader, 1_000, null))).toBe('function');
  });
});
