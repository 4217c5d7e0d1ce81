import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { KeyObject } from 'node:crypto';
import { PERSONAS, SCOPES, SCOPES_OF_PERSONA } from '@sightline/contracts/actor';
import type { Actor, Persona, Scope } from '@sightline/contracts/actor';
import type { OidcSettings } from './config';

/** Who is asking, or why nobody is. `SIGN_IN_UNAVAILABLE`: the issuer's keys can't be had, which is no fault of the caller. */
export type Authentication =
  | { ok: true; actor: Actor; expiresMs: number }
  | { ok: false; code: 'UNAUTHENTICATED' | 'SIGN_IN_UNAVAILABLE'; message: string };

/** One issuer whose tokens are believed. */
export interface TokenIssuer {
  issuer: string;
  audience: string;
  key: KeyObject | JWTVerifyGetKey;
  /** Where the scopes come from: our own table, or the token's `scope`. */
  scopes: (persona: Persona, payload: JWTPayload) => readonly Scope[];
}

/** The claims that say who a caller is, beside the registered ones. */
export const PERSONA_CLAIM = 'persona';
export const SUPPLIERS_CLAIM = 'supplier_ids';
export const PLANTS_CLAIM = 'plant_ids';

const ALGORITHMS = ['EdDSA', 'RS256', 'ES256'];
/** Clocks of two machines differ: a token is taken for this long after its end, and a stream begun with it is not kept on. */
export const LEEWAY_SECONDS = 30;
const CACHE_ENTRIES = 1_000;
/** A key that its issuer withdrew is believed no longer than this for tokens seen before. */
const CACHE_MS = 60_000;

const NOT_SIGNED_IN = 'Sign in first: send the header "Authorization: Bearer TOKEN".';
const NOT_VALID = 'The token is not valid here.';
const SIGNED_OUT = 'The issuer of this token has ended it: sign in again.';
const NO_IDENTITY =
  'The token does not say who is asking: it needs a subject, a known persona and, for a supplier, its supplier ids.';

/** What a logout token says that it is (OpenID Connect Back-Channel Logout, 2.4). */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** Subjects whose earlier tokens are not believed; the oldest is forgotten first. */
const MOST_SIGNED_OUT = 10_000;

/** The token in a header of the kind `Bearer TOKEN`; null: it has none. */
export const bearerToken = (authorization: string | undefined): string | null =>
  /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

/** Turns tokens into actors. Nothing else decides who is asking. */
export class Authenticator {
  private readonly seen = new Map<string, { authentication: Authentication; untilMs: number }>();
  /** By issuer and subject: tokens issued until then are not believed any more; seconds since the epoch. */
  private readonly signedOut = new Map<string, number>();
  private readonly onSignOut = new Set<() => void>();

  constructor(
    private readonly issuers: readonly TokenIssuer[],
    private readonly clock: { now(): Date },
  ) {}

  /** @param authorization the header of that name, as it came */
  async authenticate(authorization: string | undefined): Promise<Authentication> {
    const token = bearerToken(authorization);
    return token === null ? unauthenticated(NOT_SIGNED_IN) : this.authenticateToken(token);
  }

  /** Verification costs about 0.1 ms, so the answer for a valid token is kept for a minute at most. */
  async authenticateToken(token: string): Promise<Authentication> {
    const nowMs = this.clock.now().getTime();
    const known = this.seen.get(token);
    if (known && nowMs < known.untilMs) return known.authentication;

    const authentication = await this.verify(token);
    if (authentication.ok) {
      const oldest = this.seen.size >= CACHE_ENTRIES ? this.seen.keys().next().value : undefined;
      if (oldest !== undefined) this.seen.delete(oldest);
      this.seen.set(token, { authentication, untilMs: Math.min(nowMs + CACHE_MS, authentication.expiresMs) });
    } else {
      this.seen.delete(token);
    }
    return authentication;
  }

  /**
   * Takes an issuer's word that a subject's rights have ended: no token that it issued for the subject until then is believed
   * from now on.
   *
   * @param token  a logout token of OpenID Connect, signed like any other of its issuer
   * @returns false when it is none
   */
  async signOut(token: string): Promise<boolean> {
    const issuer = this.issuers.find((candidate) => candidate.issuer === claimedIssuer(token));
    if (!issuer) return false;
    try {
      const { payload } = await jwtVerify(token, issuer.key, {
        algorithms: ALGORITHMS,
        issuer: issuer.issuer,
        audience: issuer.audience,
        clockTolerance: LEEWAY_SECONDS,
        currentDate: this.clock.now(),
        requiredClaims: ['sub', 'iat', 'jti', 'events'],
      });
      const { events, iat, sub, nonce } = payload;
      const isLogout = typeof events === 'object' && events !== null && LOGOUT_EVENT in events && nonce === undefined;
      if (!isLogout || sub === undefined || iat === undefined) return false;
      this.rememberSignOut(subjectOf(issuer.issuer, sub), iat);
      this.seen.clear();
      for (const told of this.onSignOut) told();
      return true;
    } catch (thrown) {
      if (thrown instanceof errors.JOSEError && !(thrown instanceof errors.JWKSTimeout)) return false;
      throw thrown;
    }
  }

  /** An issuer may say a thing twice, and in any order: what ended last stays ended. */
  private rememberSignOut(subject: string, iat: number): void {
    const known = this.signedOut.get(subject) ?? iat;
    // Set anew, it stands as the youngest.
    this.signedOut.delete(subject);
    if (this.signedOut.size >= MOST_SIGNED_OUT) this.signedOut.delete(this.signedOut.keys().next().value!);
    this.signedOut.set(subject, Math.max(known, iat));
  }

  /** Has somebody told whenever tokens that were believed may not be any more. */
  watchSignOuts(told: () => void): void {
    this.onSignOut.add(told);
  }

  private async verify(token: string): Promise<Authentication> {
    const issuer = this.issuers.find((candidate) => candidate.issuer === claimedIssuer(token));
    if (!issuer) return unauthenticated(NOT_VALID);
    try {
      const options = {
        algorithms: ALGORITHMS,
        issuer: issuer.issuer,
        audience: issuer.audience,
        clockTolerance: LEEWAY_SECONDS,
        currentDate: this.clock.now(),
        requiredClaims: ['sub', 'exp'],
      };
      const { payload } = await jwtVerify(token, issuer.key, options);
      const actor = actorFrom(payload, issuer);
      if (actor === null || payload.exp === undefined) return unauthenticated(NO_IDENTITY);
      const signedOutAt = this.signedOut.get(subjectOf(issuer.issuer, actor.id));
      if (signedOutAt !== undefined && (payload.iat ?? 0) <= signedOutAt) return unauthenticated(SIGNED_OUT);
      return { ok: true, actor, expiresMs: (payload.exp + LEEWAY_SECONDS) * 1_000 };
    } catch (thrown) {
      if (thrown instanceof errors.JWTExpired) return unauthenticated('The token has expired: sign in again.');
      if (thrown instanceof errors.JWKSTimeout || !(thrown instanceof errors.JOSEError)) {
        return {
          ok: false,
          code: 'SIGN_IN_UNAVAILABLE',
          message: 'The keys of the token issuer cannot be read just now.',
        };
      }
      return unauthenticated(NOT_VALID);
    }
  }
}

/** The issuer that an operator configured. Its keys are fetched when the first token comes, and again when they change. */
export function oidcIssuer(settings: OidcSettings): TokenIssuer {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  const load = (): Promise<JWTVerifyGetKey> => {
    keys ??= jwksUrlOf(settings).then((url) => createRemoteJWKSet(new URL(url)));
    // An issuer that was away at the first token is asked again at the next.
    keys.catch(() => (keys = null));
    return keys;
  };
  return {
    issuer: settings.issuer,
    audience: settings.audience,
    key: async (header, token) => (await load())(header, token),
    scopes: (_persona, payload) => scopesIn(payload['scope']),
  };
}

/** The scopes of our own table: for the dev issuer, whose tokens name only a persona. */
export const scopesOfPersona = (persona: Persona): readonly Scope[] => SCOPES_OF_PERSONA[persona];

/** The same in production: whoever is there for the figures sends what its screens were released with. */
export const scopesInProduction = (persona: Persona): readonly Scope[] =>
  persona === 'developer' || persona === 'integrator'
    ? scopesOfPersona(persona)
    : scopesOfPersona(persona).filter((scope) => scope !== 'graphql:adhoc');

async function jwksUrlOf(settings: OidcSettings): Promise<string> {
  if (settings.jwksUrl !== null) return settings.jwksUrl;
  const response = await fetch(`${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  const found: unknown = response.ok ? await response.json() : null;
  if (typeof found !== 'object' || found === null || !('issuer' in found) || !('jwks_uri' in found)) {
    throw new Error(`The issuer's configuration could not be read (status ${response.status}).`);
  }
  if (found.issuer !== settings.issuer || typeof found.jwks_uri !== 'string') {
    throw new Error('The configuration found belongs to another issuer.');
  }
  return found.jwks_uri;
}

/** Only to choose whose key verifies; believed after that. */
function claimedIssuer(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null; // Not a token at all: no issuer, so it is refused like any unknown one.
  }
}

function actorFrom(payload: JWTPayload, issuer: TokenIssuer): Actor | null {
  const persona = PERSONAS.find((candidate) => candidate === payload[PERSONA_CLAIM]);
  const supplierIds = idsIn(payload[SUPPLIERS_CLAIM]);
  const plantIds = idsIn(payload[PLANTS_CLAIM]);
  if (!payload.sub || persona === undefined || supplierIds === 'wrong' || plantIds === 'wrong') return null;
  // Null means every supplier: a supplier's token that forgets the claim must not see everyone.
  if (persona === 'supplier' && (supplierIds === null || supplierIds.length === 0)) return null;
  const name = typeof payload['name'] === 'string' ? payload['name'] : payload.sub;
  return { id: payload.sub, name, persona, scopes: issuer.scopes(persona, payload), supplierIds, plantIds };
}

const subjectOf = (issuer: string, subject: string): string => `${issuer}\n${subject}`;

function idsIn(claim: unknown): readonly string[] | null | 'wrong' {
  if (claim === undefined || claim === null) return null;
  return Array.isArray(claim) && claim.every((id) => typeof id === 'string') ? claim : 'wrong';
}

function scopesIn(claim: unknown): readonly Scope[] {
  const given = typeof claim === 'string' ? claim.split(' ') : [];
  return SCOPES.filter((scope) => given.includes(scope));
}

const unauthenticated = (message: string): Authentication => ({ ok: false, code: 'UNAUTHENTICATED', message });
