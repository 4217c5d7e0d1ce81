import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Abuse } from '../abuse';
import { jsonWebToken } from '../json-web-token';
import type { Answer } from '../world';

const QUERY = '{ me { id } }';
const BODY = JSON.stringify({ query: QUERY });

/** Who is asking, and from which page. */
export const identity: readonly Abuse[] = [
  {
    id: 'A31',
    attack:
      'tokens: alg none, HS256 with the public key, wrong iss, aud, key, expired, not yet, twice the same claim, 100 KB',
    before: true,
    anonymous: async (world) => {
      await world.send(`${'a'.repeat(6_000)}.${'b'.repeat(4_000)}.c`, BODY);
    },
    run: async (world) => {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: 'urn:sightline:dev-issuer', aud: 'sightline', sub: 'x', persona: 'admin', exp: now + 600 };
      const own = createPrivateKey(readFileSync(path.join(world.platform.home, 'keys', 'dev-issuer.pem'), 'utf8'));
      const publicKey = createPublicKey(own).export({ type: 'spki', format: 'pem' });
      const signed = (over: object, key = own, header: object = {}) =>
        jsonWebToken({ alg: 'EdDSA', ...header }, { ...claims, ...over }, key);
      const stranger = generateKeyPairSync('ed25519').privateKey;
      const [head, , tail] = signed({}).split('.') as [string, string, string];
      const twice = Buffer.from(`${JSON.stringify(claims).slice(0, -1)},"persona":"admin"}`).toString('base64url');
      const tokens: [string, string][] = [
        ['alg none', jsonWebToken({ alg: 'none' }, claims, null)],
        ['HS256 with the public key', jsonWebToken({ alg: 'HS256' }, claims, String(publicKey))],
        ['another issuer', signed({ iss: 'https://elsewhere.example' })],
        ['another audience', signed({ aud: 'elsewhere' })],
        ['expired', signed({ exp: now - 600 })],
        ['not yet valid', signed({ nbf: now + 600 })],
        ['a foreign key', signed({}, stranger)],
        ['an unknown kid', signed({}, stranger, { kid: 'unknown' })],
        ['a claim twice', `${head}.${twice}.${tail}`],
        ['no persona', signed({ persona: 'nobody' })],
        ['nonsense', 'a.b.c'],
      ];
      for (const [what, token] of tokens) world.is((await world.send(token, BODY)).status, 401, what);
      // Cut off in the middle of its headers, so the attacker may not even read why.
      const large = await world.send('a'.repeat(100_000), BODY).then(
        ({ status }) => String(status),
        (error: NodeJS.ErrnoException) => String(error.code),
      );
      world.holds(['431', 'ECONNRESET', 'EPIPE'].includes(large), `100 KB: ${large}`);
      return {
        happened: `401 for ${tokens.length} kinds of token; one of 100 KB is cut off (431)`,
        code: 'UNAUTHENTICATED',
      };
    },
  },
  {
    id: 'A32',
    attack: 'from a foreign page: text/plain, a form, multipart, simple GET, mutation by GET',
    before: true,
    anonymous: async (world) => {
      await world.send(null, undefined, { method: 'GET', path: `/graphql?query=${encodeURIComponent(QUERY)}` });
    },
    run: async (world) => {
      const token = await world.platform.token('executive');
      const url = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
      const origin = 'https://evil.example';
      const isForNobodyElse = ({ headers }: Answer, what: string): void => {
        const told = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
        world.is(told, [], `headers for other origins on ${what}`);
      };
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const answer = await world.send(token, BODY, { headers: { 'content-type': type, origin } });
        world.holds([400, 405, 415].includes(answer.status), `${type}: ${answer.status}`);
        isForNobodyElse(answer, type);
      }
      const simple = await world.send(token, undefined, { method: 'GET', path: url(QUERY), headers: { origin } });
      world.is(simple.status, 400, 'a simple GET');
      isForNobodyElse(simple, 'a simple GET');
      const asking = {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      };
      const preflight = await world.send(null, undefined, { method: 'OPTIONS', headers: asking });
      world.is(preflight.status, 405, 'a question whether another page may');
      isForNobodyElse(preflight, 'the answer to it');
      // What is answered is answered to whoever has the token; a browser keeps it from a foreign page.
      isForNobodyElse(await world.send(null, BODY, { headers: { origin } }), 'a refusal');
      const mutation = await world.send(token, undefined, {
        method: 'GET',
        path: url('mutation { reportHeartbeats(inputs: []) { applied } }'),
        headers: { 'apollo-require-preflight': 'true', origin },
      });
      world.is(mutation.status, 405, 'a mutation by GET');
      isForNobodyElse(mutation, 'a mutation by GET');
      return { happened: '415, 400 and 405; no cross-origin header on any answer', code: 'BAD_REQUEST' };
    },
  },
];
