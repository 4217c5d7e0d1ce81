import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, UnsecuredJWT, exportJWK } from 'jose';
import { Authenticator, oidcIssuer } from './actor';

const NOW = new Date('2026-03-14T09:30:00Z');
const SECONDS = NOW.getTime() / 1_000;
const clock = { now: () => NOW };
const ISSUER = 'https://id.example';
const AUDIENCE = 'sightline';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const claims = { persona: 'planner', scope: 'openid figures:read orders:read root', name: 'Ada Planner' };

interface Changes {
  payload?: Record<string, unknown>;
  key?: KeyObject | Uint8Array;
  alg?: string;
  issuer?: string;
  audience?: string;
  subject?: string | null;
  expires?: number | null;
  notBefore?: number;
}

/** A token as the issuer makes it, with what the test wants different. */
function tokenWith(changes: Changes = {}): Promise<string> {
  const token = new SignJWT({ ...claims, ...changes.payload })
    .setProtectedHeader({ alg: changes.alg ?? 'ES256' })
    .setIssuer(changes.issuer ?? ISSUER)
    .setAudience(changes.audience ?? AUDIENCE)
    .setIssuedAt(SECONDS);
  if (changes.subject !== null) token.setSubject(changes.subject ?? 'u1');
  if (changes.expires !== null) token.setExpirationTime(changes.expires ?? SECONDS + 600);
  if (changes.notBefore !== undefined) token.setNotBefore(changes.notBefore);
  return token.sign(changes.key ?? keys.privateKey);
}

const authenticatorAt = (now: () => Date): Authenticator => {
  const { scopes } = oidcIssuer({ issuer: ISSUER, audience: AUDIENCE, jwksUrl: null });
  return new Authenticator([{ issuer: ISSUER, audience: AUDIENCE, key: keys.publicKey, scopes }], { now });
};
const authenticate = async (token: string | Promise<string>) =>
  authenticatorAt(clock.now).authenticate(`Bearer ${await token}`);

describe('who is asking', () => {
  it('is what the token says, with no more scopes than we know', async () => {
    expect(await authenticate(tokenWith())).toEqual({
      ok: true,
      actor: {
        id: 'u1',
        name: 'Ada Planner',
        persona: 'planner',
        scopes: ['figures:read', 'orders:read'],
        supplierIds: null,
        plantIds: null,
      },
      expiresMs: NOW.getTime() + 630_000,
    });
  });

  it('carries the suppliers and plants that the token is narrowed to', async () => {
    const payload = { persona: 'supplier', supplier_ids: ['s1', 's2'], plant_ids: ['p1'] };
    expect(await authenticate(tokenWith({ payload }))).toMatchObject({
      ok: true,
      actor: { persona: 'supplier', supplierIds: ['s1', 's2'], plantIds: ['p1'] },
    });
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['another scheme', 'Basic dTpw'],
    ['no token', 'Bearer '],
  ])('is nobody with %s', async (_, header) => {
    const result = await authenticatorAt(clock.now).authenticate(header);
    expect(result).toMatchObject({ ok: false, code: 'UNAUTHENTICATED', message: expect.stringContaining('Sign in') });
  });

  it.each<[string, () => string | Promise<string>]>([
    ['no token at all', () => 'nonsense'],
    [
      'alg none',
      () =>
        new UnsecuredJWT(claims)
          .setIssuer(ISSUER)
          .setAudience(AUDIENCE)
          .setSubject('u1')
          .setExpirationTime(SECONDS + 600)
          .encode(),
    ],
    [
      'the public key used as a secret',
      () => tokenWith({ alg: 'HS256', key: Buffer.from(keys.publicKey.export({ type: 'spki', format: 'pem' })) }),
    ],
    ['a key of somebody else', () => tokenWith({ key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey })],
    [
      'an algorithm that is not on the list',
      () => tokenWith({ alg: 'ES384', key: generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey }),
    ],
    ['another issuer', () => tokenWith({ issuer: 'https://evil.example' })],
    ['another audience', () => tokenWith({ audience: 'payroll' })],
    ['no expiry', () => tokenWith({ expires: null })],
    ['a start more than 30 s ahead', () => tokenWith({ notBefore: SECONDS + 31 })],
    ['no subject', () => tokenWith({ subject: null })],
    ['an unknown persona', () => tokenWith({ payload: { persona: 'root' } })],
    ['a persona inherited from Object', () => tokenWith({ payload: { persona: 'constructor' } })],
    ['a supplier that names no supplier', () => tokenWith({ payload: { persona: 'supplier' } })],
    ['a supplier with an empty list', () => tokenWith({ payload: { persona: 'supplier', supplier_ids: [] } })],
    ['supplier ids that are no list', () => tokenWith({ payload: { supplier_ids: 's1' } })],
  ])('is nobody with %s', async (_, token) => {
    expect(await authenticate(token())).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' });
  });

  it('is nobody once the token is more than 30 seconds over', async () => {
    expect((await authenticate(tokenWith({ expires: SECONDS - 29 }))).ok).toBe(true);
    expect(await authenticate(tokenWith({ expires: SECONDS - 31 }))).toMatchObject({
      ok: false,
      code: 'UNAUTHENTICATED',
      message: 'The token has expired: sign in again.',
    });
  });

  it('is nobody after the expiry of a token that was seen before', async () => {
    let now = NOW;
    const authenticator = authenticatorAt(() => now);
    const token = await tokenWith({ expires: SECONDS + 10 });
    expect((await authenticator.authenticateToken(token)).ok).toBe(true);
    now = new Date(NOW.getTime() + 41_000);
    expect(await authenticator.authenticateToken(token)).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' });
  });
});

describe('a subject whose issuer signs it out', () => {
  /** A logout token, as the issuer makes it at a second. */
  const logoutAt = (seconds: number): Promise<string> =>
    new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
      .setProtectedHeader({ alg: 'ES256', typ: 'logout+jwt' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject('u1')
      .setIssuedAt(seconds)
      .setJti(`at ${seconds}`)
      .sign(keys.privateKey);

  it('is not believed again when an earlier word comes late, or once more', async () => {
    const authenticator = authenticatorAt(clock.now);
    const token = await tokenWith();
    expect(await authenticator.signOut(await logoutAt(SECONDS))).toBe(true);
    expect(await authenticator.signOut(await logoutAt(SECONDS - 60))).toBe(true);
    expect(await authenticator.authenticateToken(token)).toMatchObject({ ok: false, code: 'UNAUTHENTICATED' });
  });
});

describe('an outside issuer', () => {
  it('is asked for its keys where its configuration says, and an answer that fails is not the caller’s fault', async () => {
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'a', alg: 'ES256', use: 'sig' };
    let away = true;
    const server = createServer((request, response) => {
      if (away) return response.writeHead(500).end();
      const found = request.url === '/keys' ? { keys: [jwk] } : { issuer: base, jwks_uri: `${base}/keys` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const authenticator = new Authenticator([oidcIssuer({ issuer: base, audience: AUDIENCE, jwksUrl: null })], clock);
      const token = await tokenWith({ issuer: base });
      expect(await authenticator.authenticateToken(token)).toMatchObject({ ok: false, code: 'SIGN_IN_UNAVAILABLE' });
      away = false;
      expect(await authenticator.authenticateToken(token)).toMatchObject({ ok: true, actor: { id: 'u1' } });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
