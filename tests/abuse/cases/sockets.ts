import { setTimeout as sleep } from 'node:timers/promises';
import { supplierIdOf } from '@sightline/contracts/identities';
import { envelope, lineInput, sendFacts } from '../../testkit/facts';
import type { Abuse } from '../abuse';
import type { Socket, World } from '../world';

const LINES =
  'subscription Lines($after: Cursor) { purchaseOrderLineChanged(after: $after) { cursor previousCursor kind line { orderNumber } } }';
const STOCK = 'subscription { stockChanged { cursor kind } }';

/** What suppliers send here: their tokens take no others. */
export const SUPPLIERS_STREAMS = [LINES];

const [ACME, RIVAL] = [supplierIdOf('ACME'), supplierIdOf('RIVAL')];

/** Whoever opens a WebSocket. */
export const sockets: readonly Abuse[] = [
  {
    id: 'A33',
    attack: 'socket: silent for 3 s, two inits, subscribe before the ack, wrong subprotocol, foreign page',
    before: true,
    anonymous: async (world) => {
      await world.socket({ headers: { origin: 'https://evil.example' } }).closed;
    },
    run: async (world) => {
      const silent = world.socket();
      const eager = world.socket();
      await eager.opened;
      eager.subscribe('1', LINES);
      world.is((await eager.closed).code, 4401, 'subscribe before the ack');
      const twice = await world.signedInSocket(await world.platform.token('executive'));
      twice.say({ type: 'connection_init' });
      world.is((await twice.closed).code, 4429, 'two inits');
      world.is((await world.socket({ protocols: [] }).closed).code, 4406, 'no subprotocol');
      const foreign = await world.socket({ headers: { origin: 'https://evil.example' } }).closed;
      world.holds(foreign.reason.includes('403'), `foreign page: ${foreign.reason}`);
      world.is((await silent.closed).code, 4408, 'silent');
      return { happened: 'closed each time', code: '4408 4429 4401 4406 403' };
    },
  },
  {
    id: 'A34',
    attack: 'token expires during a subscription',
    before: false,
    run: async (world) => {
      const claims = { persona: 'executive' };
      const socket = await world.signedInSocket(world.tokenWith(claims, { expiresSeconds: 3 }));
      const expiresMs = Date.now() + 3_000;
      socket.subscribe('1', LINES);
      await socket.until(() => socket.of('1').length > 0);
      const { code } = await socket.closed;
      const lateMs = Date.now() - expiresMs;
      world.is(code, 4403, 'close code');
      world.holds(lateMs < 5_000, `closed ${lateMs} ms after exp`);
      const last = cursorOf(socket);
      await send(world, 'AGAIN', 'ACME');
      const next = await world.signedInSocket(world.tokenWith(claims));
      next.subscribe('1', LINES, { after: last });
      await next.until(() => changesOf(next).some(({ line }) => line?.orderNumber === 'PO-AGAIN'));
      world.is(changesOf(next)[0]!.previousCursor, last, 'goes on without a gap');
      next.socket.close();
      return {
        happened: `closed ${Math.max(0, lateMs)} ms after exp; a new token goes on without a gap`,
        code: '4403',
      };
    },
  },
  {
    id: 'A35',
    attack: 'a right that is taken away during a subscription, over a socket and over HTTP',
    before: false,
    run: async (world) => {
      const token = world.tokenWith({ persona: 'executive', sub: 'dismissed' });
      const socket = await world.signedInSocket(token);
      socket.subscribe('1', LINES);
      await socket.until(() => socket.of('1').length > 0);
      const stream = await world.eventStream(token, LINES);
      const revokedMs = Date.now();
      world.is(await world.signOut('dismissed'), 200, 'the issuer’s word');
      await send(world, 'DISMISSED', 'ACME');
      world.is((await socket.closed).code, 4403, 'close code');
      await stream.ended;
      const lateMs = Date.now() - revokedMs;
      world.holds(lateMs < 5_000, `ended ${lateMs} ms after the revocation`);
      world.holds(!stream.text().includes('PO-DISMISSED') && !heard(socket).includes('PO-DISMISSED'), 'heard no more');
      world.is((await world.send(token, JSON.stringify({ query: '{ me { id } }' }))).status, 401, 'the token');
      return {
        happened: `both ended ${lateMs} ms after the issuer said so, the token is refused`,
        code: '4403 UNAUTHENTICATED',
      };
    },
  },
  {
    id: 'A36',
    attack: '60 subscriptions on a socket, 25 sockets, one id twice',
    before: false,
    run: async (world) => {
      const token = world.tokenWith({ persona: 'executive', sub: 'greedy' });
      const one = await world.signedInSocket(token);
      for (let n = 0; n < 60; n += 1) one.subscribe(`s${n}`, STOCK);
      await one.until(() => one.messages.filter(({ type }) => type === 'error').length >= 10);
      world.is(one.codeOf('s59'), 'SUBSCRIPTION_LIMIT', 'the 60th');
      const more = await Promise.all(Array.from({ length: 19 }, () => world.signedInSocket(token)));
      const last = world.socket();
      await last.opened;
      last.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      world.is((await last.closed).code, 1013, 'the 21st socket');
      const twice = more[0]!;
      twice.subscribe('same', STOCK);
      twice.subscribe('same', STOCK);
      world.is((await twice.closed).code, 4409, 'one id twice');
      for (const socket of [one, ...more]) socket.socket.close();
      return { happened: '50 on a socket, 20 sockets; the others went on', code: 'SUBSCRIPTION_LIMIT 1013 4409' };
    },
  },
  {
    id: 'A37',
    attack: 'a client that stops reading, under 5,000 events of 3 KB',
    before: false,
    run: async (world) => {
      const slow = await world.signedInSocket(world.tokenWith({ persona: 'executive', sub: 'slow' }));
      const names = Array.from({ length: 14 }, (_, n) => `n${n}: itemName`).join(' ');
      const query = `subscription { purchaseOrderLineChanged { cursor kind line { ${names} } } }`;
      slow.subscribe('1', query);
      await slow.until(() => slow.of('1').length > 0);
      slow.socket.pause();
      const ended = () => world.metric('sightline_gateway_sockets_ended_total{reason="TOO_SLOW"}');
      const before = await ended();
      const now = new Date().toISOString();
      const itemName = 'x'.repeat(200);
      for (let batch = 0; batch < 10; batch += 1)
        await sendFacts(
          world.platform,
          'sendPurchaseOrderLines',
          'PurchaseOrderLineInput',
          Array.from({ length: 500 }, (_, n) => lineInput(`SLOW-${batch}-${n}`, 'ACME', now, { itemName })),
        );
      const until = Date.now() + 30_000;
      while ((await ended()) === before) {
        world.holds(Date.now() < until, 'a client that does not read was not closed in 30 s');
        await sleep(100);
      }
      slow.socket.resume();
      world.is((await slow.closed).code, 1006, 'how the client sees it');
      return { happened: 'cut off as too slow; it may come back with its cursor', code: '1006' };
    },
  },
  {
    id: 'A38',
    attack: 'a WebSocket frame of 1 MB; compression offered',
    before: true,
    run: async (world) => {
      const socket = await world.signedInSocket(await world.platform.token('executive'));
      world.is(socket.socket.extensions, '', 'no compression is agreed on');
      socket.say({ id: '1', type: 'subscribe', payload: { query: `${LINES} ${'#'.repeat(1_000_000)}` } });
      world.is((await socket.closed).code, 1009, 'close code');
      return { happened: 'closed; no compression, so no bomb', code: '1009' };
    },
  },
  {
    id: 'A39',
    attack: '`after:` forged, altered, of another stream',
    before: false,
    run: async (world) => {
      const token = await world.platform.token('executive');
      const socket = await world.signedInSocket(token);
      socket.subscribe('0', LINES);
      await socket.until(() => socket.of('0').length > 0);
      const own = cursorOf(socket, '0');
      const altered = `${own.slice(0, -3)}${own.endsWith('AAA') ? 'BBB' : 'AAA'}`;
      const told = new Set<string>();
      const refused = async (id: string, query: string, variables = {}): Promise<void> => {
        socket.subscribe(id, query, variables);
        await socket.until(() => socket.codeOf(id) !== null);
        const code = String(socket.codeOf(id));
        // Of another log or of nobody: both begin anew, and neither goes on.
        world.holds(/^CURSOR_(INVALID|EXPIRED)$/.test(code), `${id}: ${code}`);
        told.add(code);
      };
      await refused('made up', LINES, { after: Buffer.from('9999999').toString('base64url') });
      await refused('altered', LINES, { after: altered });
      await refused('no cursor', LINES, { after: 'x' });
      await refused('of another stream', STOCK.replace('stockChanged', `stockChanged(after: ${JSON.stringify(own)})`));
      socket.socket.close();
      return { happened: 'refused: none of them goes on anywhere', code: [...told].join(' ') };
    },
  },
  {
    id: 'A40',
    attack: 'one subscription, equal to the letter, by two suppliers',
    before: false,
    run: async (world) => {
      const [acme, rival] = await Promise.all(
        [ACME, RIVAL].map(async (id) => world.signedInSocket(await world.platform.token('supplier', id))),
      );
      for (const socket of [acme!, rival!]) socket.subscribe('1', LINES);
      await acme!.until(() => acme!.of('1').length > 0 && rival!.of('1').length > 0);
      for (let n = 0; n < 5; n += 1) {
        await send(world, `PAIR-A${n}`, 'ACME');
        await send(world, `PAIR-R${n}`, 'RIVAL');
      }
      await acme!.until(() => heard(acme!).length >= 5 && heard(rival!).length >= 5);
      world.holds(
        heard(acme!).every((order) => order.startsWith('PO-PAIR-A')),
        `supplier A heard ${heard(acme!).join()}`,
      );
      world.holds(
        heard(rival!).every((order) => order.startsWith('PO-PAIR-R')),
        `supplier B heard ${heard(rival!).join()}`,
      );
      acme!.socket.close();
      rival!.socket.close();
      return { happened: '5 events each, 0 of the other', code: '-' };
    },
  },
];

interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  line: { orderNumber: string } | null;
}

const messagesOf = (socket: Socket, id = '1'): Change[] =>
  socket.of(id).flatMap(({ payload }) => {
    const { data } = (payload ?? {}) as { data?: { purchaseOrderLineChanged?: Change } };
    return data?.purchaseOrderLineChanged ?? [];
  });
const changesOf = (socket: Socket): Change[] => messagesOf(socket);
const cursorOf = (socket: Socket, id = '1'): string => messagesOf(socket, id).at(-1)!.cursor;
const heard = (socket: Socket): string[] => messagesOf(socket).flatMap(({ line }) => line?.orderNumber ?? []);

async function send(world: World, id: string, supplierCode: string): Promise<void> {
  const now = new Date().toISOString();
  const input = lineInput(id, supplierCode, now, { source: envelope(`line-${id}`, 'orders', now) });
  await sendFacts(world.platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [input]);
}
