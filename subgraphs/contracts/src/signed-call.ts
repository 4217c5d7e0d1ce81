import { createHmac, hash, randomUUID, timingSafeEqual } from 'node:crypto';
import { PERSONAS } from './actor';
import type { Actor } from './actor';
import type { NonceWindow } from './nonce-window';
import type { RequestInstant } from './request-instant';
import type { SubgraphName } from './subgraph-names';

/** What a call to a subgraph carries beside the operation. Only signed calls are answered. */
export interface Call {
  actor: Actor;
  instant: RequestInstant;
  /** Shown to a client beside a masked error, and logged: the trace id. */
  requestId: string;
  /** Milliseconds since the epoch; work past it is of no use to the caller. */
  deadlineMs: number;
}

/** One key of the callers: `kid` names it in the signature, without commas; `secret` has at least 32 random bytes. */
export interface SigningKey {
  kid: string;
  secret: string | Uint8Array;
}

/** Two live keys, so that a key can be changed while callers and subgraphs run: both verify, `current` signs. */
export interface SigningKeys {
  current: SigningKey;
  previous: SigningKey | null;
}

/** Why a call is not answered. It is for our log; the caller learns only that the call was refused. */
export type CallRefusal =
  | 'NOT_SIGNED'
  | 'MALFORMED'
  | 'UNKNOWN_KEY'
  | 'OUTSIDE_TIME_WINDOW'
  | 'WRONG_AUDIENCE'
  | 'BAD_SIGNATURE'
  | 'REPLAYED'
  | 'NONCE_WINDOW_FULL';

export type VerifiedCall = { ok: true; call: Call } | { ok: false; reason: CallRefusal };

/** Headers as node:http gives them, or as `signCall` made them. */
export type CallHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

export const SIGNATURE_HEADER = 'x-sightline-signature';
export const AUDIENCE_HEADER = 'x-sightline-audience';
export const CALL_HEADER = 'x-sightline-call';

const VERSION = 'v1';
/** A signature older than this is refused. */
export const SIGNATURE_MAX_AGE_MS = 30_000;
/** Clocks of two machines differ: a signature from this far in the future is still believed. */
export const SIGNATURE_MAX_SKEW_MS = 5_000;

/**
 * Signs one request to a subgraph: HMAC-SHA256 over version, audience, path, key id, time, nonce, the SHA-256 of the
 * body, and the call. Nothing that decides what the subgraph does is outside the signature.
 *
 * @param audience the subgraph that is meant; another one refuses the call
 * @param path     'graphql', 'feed', 'progress' or a later port of the subgraph
 * @param body     the JSON text exactly as it is sent
 * @param nowMs    milliseconds since the epoch
 * @returns headers in lower case, to be sent with the body
 */
export function signCall(
  keys: SigningKeys,
  audience: SubgraphName,
  path: string,
  call: Call,
  body: string,
  nowMs: number,
): Record<string, string> {
  const { kid, secret } = keys.current;
  const time = String(nowMs);
  const nonce = randomUUID();
  const callText = textOf(call);
  const signature = signatureOf(secret, audience, path, kid, time, nonce, body, callText).toString('base64url');
  return {
    [SIGNATURE_HEADER]: `${VERSION},${kid},${time},${nonce},${signature}`,
    [AUDIENCE_HEADER]: audience,
    [CALL_HEADER]: callText,
  };
}

/** Calls of one request are the same for all subgraphs that it asks. */
const texts = new WeakMap<Call, string>();

function textOf(call: Call): string {
  let text = texts.get(call);
  if (text === undefined) {
    text = Buffer.from(JSON.stringify(call), 'utf8').toString('base64url');
    texts.set(call, text);
  }
  return text;
}

/**
 * Checks a signed request and gives back who is asking, for which instant and until when.
 * The deadline is not judged here: whoever does the work compares it with its own clock.
 *
 * @param audience the subgraph that verifies, i.e. itself
 * @param nonces   kept for the lifetime of the process and shared by all its ports; it remembers this call
 * @returns the call, or why it is refused (a value; nothing is thrown for a forged or broken request)
 */
export function verifyCall(
  keys: SigningKeys,
  audience: SubgraphName,
  path: string,
  headers: CallHeaders,
  body: string,
  nowMs: number,
  nonces: NonceWindow,
): VerifiedCall {
  const given = headers[SIGNATURE_HEADER];
  const callText = headers[CALL_HEADER];
  if (typeof given !== 'string' || typeof callText !== 'string') return refused('NOT_SIGNED');

  const parts = given.split(',');
  const [version, kid, time, nonce, signature] = parts;
  if (parts.length !== 5 || version !== VERSION || !kid || !time || !nonce || !signature) return refused('MALFORMED');
  // The header only says early and clearly what the signature would say anyway.
  if (headers[AUDIENCE_HEADER] !== audience) return refused('WRONG_AUDIENCE');

  const key = [keys.current, keys.previous].find((candidate) => candidate?.kid === kid);
  if (!key) return refused('UNKNOWN_KEY');

  const signedMs = /^\d{1,15}$/.test(time) ? Number(time) : Number.NaN;
  if (Number.isNaN(signedMs)) return refused('MALFORMED');
  const ageMs = nowMs - signedMs;
  if (ageMs > SIGNATURE_MAX_AGE_MS || ageMs < -SIGNATURE_MAX_SKEW_MS) return refused('OUTSIDE_TIME_WINDOW');

  const expected = signatureOf(key.secret, audience, path, kid, time, nonce, body, callText);
  const presented = Buffer.from(signature, 'base64url');
  if (presented.length !== expected.length || !timingSafeEqual(presented, expected)) return refused('BAD_SIGNATURE');

  // Only after the signature: whoever holds no key can't fill the window.
  const seen = nonces.admit(nonce, nowMs);
  if (seen !== 'NEW') return refused(seen);

  const call = parseCall(callText);
  return call === null ? refused('MALFORMED') : { ok: true, call };
}

const refused = (reason: CallRefusal): VerifiedCall => ({ ok: false, reason });

function signatureOf(
  secret: string | Uint8Array,
  audience: string,
  path: string,
  kid: string,
  time: string,
  nonce: string,
  body: string,
  callText: string,
): Buffer {
  // The body is hashed by itself, so that a body of 500 KB is read once and never copied into a longer text.
  const bodyHash = hash('sha256', body, 'hex');
  // Lengths are part of the text: moving a character from one part to the next changes it.
  let text = '';
  for (const part of [VERSION, audience, path, kid, time, nonce, bodyHash, callText]) text += `${part.length}:${part}`;
  return createHmac('sha256', secret).update(text, 'utf8').digest();
}

/** The signature is the gateway's, so this catches a version skew between processes, not an attacker. */
function parseCall(text: string): Call | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null; // Not JSON: the same refusal as JSON of another shape.
  }
  return isCall(value) ? value : null;
}

function isCall(value: unknown): value is Call {
  if (!isRecord(value)) return false;
  const { actor, instant, requestId, deadlineMs } = value;
  return (
    isRecord(actor) &&
    typeof actor['id'] === 'string' &&
    typeof actor['name'] === 'string' &&
    PERSONAS.some((persona) => persona === actor['persona']) &&
    isTexts(actor['scopes']) &&
    (actor['supplierIds'] === null || isTexts(actor['supplierIds'])) &&
    (actor['plantIds'] === null || isTexts(actor['plantIds'])) &&
    isRecord(instant) &&
    typeof instant['now'] === 'string' &&
    typeof instant['asOf'] === 'string' &&
    typeof instant['knownAt'] === 'string' &&
    (instant['knownBy'] === 'SOURCE' || instant['knownBy'] === 'PLATFORM') &&
    typeof requestId === 'string' &&
    typeof deadlineMs === 'number'
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'string');
