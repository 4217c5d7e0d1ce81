import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DoorFailure } from './door';
import type { HttpAnswer, Post } from './http';
import { type Outcome, refused, taken } from './outcome';

export interface PlatformPlace {
  url: string;
  /** Where the address comes from, for messages. */
  from: string;
}

export type PlatformRefusal =
  { kind: 'NOT_STARTED'; lookedIn: string } | { kind: 'SETTING_UNUSABLE'; setting: string; value: string };

/** `sources/dist/kit` and `sources/src/kit` are equally deep. */
const PROJECT_ROOT = resolve(__dirname, '..', '..', '..');

/**
 * Where the platform listens: SIGHTLINE_URL, or SIGHTLINE_PORT on this machine, or the `run.json` that a running platform
 * keeps in its state folder (SIGHTLINE_HOME, else `.sightline` in the project).
 */
export function findPlatform(
  settings: Readonly<Record<string, string | undefined>>,
): Outcome<PlatformPlace, PlatformRefusal> {
  const url = settings['SIGHTLINE_URL'];
  if (url)
    return URL.canParse(url)
      ? taken({ url, from: 'SIGHTLINE_URL' })
      : refused({ kind: 'SETTING_UNUSABLE', setting: 'SIGHTLINE_URL', value: url });
  const port = settings['SIGHTLINE_PORT'];
  if (port) {
    return /^\d{1,5}$/.test(port) && Number(port) <= 65_535
      ? taken({ url: `http://127.0.0.1:${port}`, from: 'SIGHTLINE_PORT' })
      : refused({ kind: 'SETTING_UNUSABLE', setting: 'SIGHTLINE_PORT', value: port });
  }
  const file = join(settings['SIGHTLINE_HOME'] || join(PROJECT_ROOT, '.sightline'), 'run.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // Absent or unreadable alike: no platform is known here, and the message names the place.
    return refused({ kind: 'NOT_STARTED', lookedIn: file });
  }
  const recorded = urlIn(text);
  return recorded === null
    ? refused({ kind: 'SETTING_UNUSABLE', setting: file, value: text.slice(0, 80) })
    : taken({ url: recorded, from: file });
}

function urlIn(text: string): string | null {
  try {
    const run: unknown = JSON.parse(text);
    const url = typeof run === 'object' && run !== null && 'url' in run ? run.url : null;
    return typeof url === 'string' && URL.canParse(url) ? url : null;
  } catch {
    return null;
  }
}

/**
 * The integrator's token: SIGHTLINE_TOKEN, or one of the platform's own development issuer. Throws DoorFailure
 * UNREACHABLE when nobody listens, NOT_PERMITTED when the issuer is closed (as it is outside development).
 */
export async function integratorToken(
  settings: Readonly<Record<string, string | undefined>>,
  post: Post,
): Promise<string> {
  const given = settings['SIGHTLINE_TOKEN'];
  if (given) return given;
  let answer: HttpAnswer;
  try {
    answer = await post('/dev/token', JSON.stringify({ persona: 'integrator' }));
  } catch (error) {
    throw new DoorFailure('UNREACHABLE', error instanceof Error ? error.message : String(error));
  }
  const token = answer.status === 200 ? tokenIn(answer.body) : null;
  if (token !== null) return token;
  throw new DoorFailure(
    'NOT_PERMITTED',
    `the platform gave no integrator's token (answer ${answer.status}); set SIGHTLINE_TOKEN`,
  );
}

function tokenIn(text: string): string | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string'
      ? body.token
      : null;
  } catch {
    return null;
  }
}
