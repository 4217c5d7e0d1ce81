import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PERSONAS, SCOPES_OF_PERSONA } from '@sightline/contracts/actor';
import { Authenticator } from './actor';
import { DevIssuer, devPersonas } from './dev-issuer';

const NOW = new Date('2026-03-14T09:30:00Z');
const clock = { now: () => NOW };
let keysDir = '';

beforeEach(() => (keysDir = mkdtempSync(join(tmpdir(), 'sightline keys '))));
afterEach(() => rmSync(keysDir, { recursive: true }));

const open = (host = '127.0.0.1'): DevIssuer => DevIssuer.open(host, join(keysDir, 'made'), clock);

async function tokenFor(issuer: DevIssuer, request: unknown): Promise<string> {
  const issued = await issuer.issue(request);
  if (!issued.ok) throw new Error(issued.refusal.message);
  return issued.token.token;
}

describe('the dev issuer', () => {
  it.each(PERSONAS.filter((persona) => persona !== 'supplier'))(
    'signs %s in with the scopes of our table',
    async (persona) => {
      const issuer = open();
      const authenticator = new Authenticator([issuer.trust], clock);
      expect(await authenticator.authenticateToken(await tokenFor(issuer, { persona }))).toMatchObject({
        ok: true,
        actor: {
          id: `demo:${persona}`,
          persona,
          scopes: SCOPES_OF_PERSONA[persona],
          supplierIds: null,
          plantIds: null,
        },
      });
    },
  );

  it.each(PERSONAS.filter((persona) => persona !== 'supplier'))(
    'lets %s write operations in production only to develop with them',
    async (persona) => {
      const issuer = DevIssuer.open('127.0.0.1', join(keysDir, 'made'), clock, true);
      const signedIn = await new Authenticator([issuer.trust], clock).authenticateToken(
        await tokenFor(issuer, { persona }),
      );
      const scopes = signedIn.ok ? signedIn.actor.scopes : [];
      expect(scopes.includes('graphql:adhoc')).toBe(persona === 'developer' || persona === 'integrator');
      expect(scopes).toContain('figures:read');
    },
  );

  it('gives tokens for twelve hours', async () => {
    const issued = await open().issue({ persona: 'executive' });
    expect(issued).toMatchObject({ ok: true, token: { persona: 'executive', expiresAt: '2026-03-14T21:30:00.000Z' } });
  });

  it('narrows a supplier to the one that it names', async () => {
    const issuer = open();
    const token = await tokenFor(issuer, { persona: 'supplier', supplierId: 's1' });
    expect(await new Authenticator([issuer.trust], clock).authenticateToken(token)).toMatchObject({
      ok: true,
      actor: { id: 'demo:supplier:s1', supplierIds: ['s1'] },
    });
  });

  it.each([
    ['a supplier without an id', { persona: 'supplier' }, 'SUPPLIER_ID_MISSING'],
    ['a supplier with an empty id', { persona: 'supplier', supplierId: '' }, 'SUPPLIER_ID_MISSING'],
    ['an id that is a list', { persona: 'supplier', supplierId: ['s1'] }, 'SUPPLIER_ID_WRONG'],
    ['an id with a quote', { persona: 'supplier', supplierId: "x' or 1=1" }, 'SUPPLIER_ID_WRONG'],
    ['an unknown persona', { persona: 'root' }, 'PERSONA_UNKNOWN'],
    ['no persona', {}, 'PERSONA_UNKNOWN'],
    ['no JSON', undefined, 'PERSONA_UNKNOWN'],
    ['null', null, 'PERSONA_UNKNOWN'],
  ])('refuses %s', async (_, request, code) => {
    expect(await open().issue(request)).toMatchObject({ ok: false, refusal: { code } });
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'sightline.example', '127.example.com'])('does not run on %s', (host) => {
    expect(() => open(host)).toThrow(/does not run on/);
    expect(readdirSync(keysDir)).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost', '::1'])('runs on %s', (host) => {
    expect(open(host)).toBeInstanceOf(DevIssuer);
  });

  it('keeps its key for the next start, readable by its owner only', async () => {
    const token = await tokenFor(open(), { persona: 'auditor' });
    const path = join(keysDir, 'made', 'dev-issuer.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o644);

    const again = open();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await new Authenticator([again.trust], clock).authenticateToken(token)).ok).toBe(true);
    expect(readdirSync(join(keysDir, 'made'))).toEqual(['dev-issuer.pem']);
  });

  it('does not believe the tokens of another machine’s issuer', async () => {
    const elsewhere = DevIssuer.open('127.0.0.1', join(keysDir, 'elsewhere'), clock);
    const token = await tokenFor(elsewhere, { persona: 'admin' });
    expect(await new Authenticator([open().trust], clock).authenticateToken(token)).toMatchObject({ ok: false });
  });

  it('lists eight personas, of which the supplier needs an id', () => {
    expect(devPersonas().map(({ persona }) => persona)).toEqual([...PERSONAS]);
    expect(devPersonas().filter(({ needsSupplier }) => needsSupplier)).toMatchObject([{ persona: 'supplier' }]);
  });
});
