import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { PERSONAS } from '@sightline/contracts/actor';
import type { Persona } from '@sightline/contracts/actor';
import { PERSONA_CLAIM, SUPPLIERS_CLAIM, scopesInProduction, scopesOfPersona } from './actor';
import type { TokenIssuer } from './actor';
import { isLoopbackHost } from './config';

const ISSUER = 'urn:sightline:dev-issuer';
const AUDIENCE = 'sightline';
const KEY_FILE = 'dev-issuer.pem';
const LIFETIME_SECONDS = 12 * 60 * 60;

/** A token for the demo, and until when it holds (RFC 3339). */
export interface DevToken {
  token: string;
  expiresAt: string;
  persona: Persona;
}

export interface DevPersona {
  persona: Persona;
  name: string;
  /** What this persona comes for, as the switcher shows it. */
  description: string;
  /** True: a token needs a supplierId. */
  needsSupplier: boolean;
}

/** A request for a token that can't be met. `code` is stable. */
export interface DevTokenRefusal {
  code: 'PERSONA_UNKNOWN' | 'SUPPLIER_ID_MISSING' | 'SUPPLIER_ID_WRONG';
  message: string;
}

const ABOUT_PERSONA: Readonly<Record<Persona, readonly [name: string, description: string]>> = {
  executive: ['Executive', 'Is the supply base keeping its word, and is it getting better?'],
  planner: ['Supply planner', 'What is late, what is short, and whom to call first?'],
  quality: ['Quality engineer', 'Which lots and suppliers send defects?'],
  supplier: ['Supplier', 'Sees its own order lines and figures, nobody else’s.'],
  integrator: ['Integrator', 'Sends facts from source systems through the door.'],
  auditor: ['Auditor', 'What was known when, and who changed what?'],
  developer: ['Developer', 'Explores the graph and builds on it.'],
  admin: ['Administrator', 'Everything, including the door and the audit trail.'],
};

/** The personas of the demo, for the switcher. */
export const devPersonas = (): readonly DevPersona[] =>
  PERSONAS.map((persona) => {
    const [name, description] = ABOUT_PERSONA[persona];
    return { persona, name, description, needsSupplier: persona === 'supplier' };
  });

/**
 * Issues tokens to whoever asks, so it exists on this machine only: ADR 0005.
 * Its key is made at the first start and kept, so that tokens outlive a restart.
 */
export class DevIssuer {
  private constructor(
    private readonly privateKey: KeyObject,
    private readonly clock: { now(): Date },
    private readonly production: boolean,
  ) {}

  /**
   * @param host        the address that the gateway binds to
   * @param keysDir     made when missing; the key file in it is readable by its owner only
   * @param production  operations of their own are for developers and integrators then
   * @throws Error when the gateway can be reached from another machine
   */
  static open(host: string, keysDir: string, clock: { now(): Date }, production = false): DevIssuer {
    if (!isLoopbackHost(host)) {
      throw new Error(
        `The dev issuer gives a token to anyone who asks, so it does not run on "${host}", which other machines may reach. ` +
          'Bind to 127.0.0.1, or set SIGHTLINE_DEV_ISSUER=off and name your own issuer in SIGHTLINE_OIDC_ISSUER and SIGHTLINE_OIDC_AUDIENCE.',
      );
    }
    return new DevIssuer(keyIn(keysDir), clock, production);
  }

  /** What the authenticator needs to believe these tokens. */
  get trust(): TokenIssuer {
    const scopes = this.production ? scopesInProduction : scopesOfPersona;
    return { issuer: ISSUER, audience: AUDIENCE, key: createPublicKey(this.privateKey), scopes };
  }

  /**
   * @param request the parsed body of `POST /dev/token`: `{persona, supplierId?}`. A supplierId narrows any persona to
   *                that supplier; the persona `supplier` can't do without.
   */
  async issue(request: unknown): Promise<{ ok: true; token: DevToken } | { ok: false; refusal: DevTokenRefusal }> {
    const { persona: wanted, supplierId } = isRecord(request) ? request : {};
    const persona = PERSONAS.find((candidate) => candidate === wanted);
    if (persona === undefined) {
      return refuse('PERSONA_UNKNOWN', `Send {"persona": …} with one of: ${PERSONAS.join(', ')}.`);
    }
    const narrowed = supplierId !== undefined && supplierId !== null && supplierId !== '';
    if (persona === 'supplier' && !narrowed) {
      return refuse(
        'SUPPLIER_ID_MISSING',
        'The persona supplier needs "supplierId": the id of the supplier it speaks for.',
      );
    }
    if (narrowed && (typeof supplierId !== 'string' || !/^[\w:-]{1,100}$/.test(supplierId))) {
      return refuse('SUPPLIER_ID_WRONG', '"supplierId" must be the id of a supplier, as the graph gives it.');
    }
    const issuedSeconds = Math.floor(this.clock.now().getTime() / 1_000);
    const expiresSeconds = issuedSeconds + LIFETIME_SECONDS;
    const name = ABOUT_PERSONA[persona][0];
    const token = await new SignJWT({
      name: `${name} (demo)`,
      [PERSONA_CLAIM]: persona,
      ...(narrowed ? { [SUPPLIERS_CLAIM]: [supplierId] } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(narrowed ? `demo:${persona}:${supplierId}` : `demo:${persona}`)
      .setIssuedAt(issuedSeconds)
      .setExpirationTime(expiresSeconds)
      .sign(this.privateKey);
    return { ok: true, token: { token, expiresAt: new Date(expiresSeconds * 1_000).toISOString(), persona } };
  }
}

function keyIn(keysDir: string): KeyObject {
  const path = join(keysDir, KEY_FILE);
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  makeKeyFile(path);
  // A copy or a backup may have widened the rights of the file.
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return createPrivateKey(readFileSync(path, 'utf8'));
}

/** Written aside and linked into place: a second process never reads half a key, and never replaces the first one's. */
function makeKeyFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (thrown) {
    const lostTheRace = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
    if (!lostTheRace) throw thrown;
  } finally {
    rmSync(draft);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const refuse = (code: DevTokenRefusal['code'], message: string): { ok: false; refusal: DevTokenRefusal } => ({
  ok: false,
  refusal: { code, message },
});
