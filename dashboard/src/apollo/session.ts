/** The personas of the demo issuer, in the order in which they are offered. */
export const PERSONAS = [
  'executive',
  'planner',
  'quality',
  'supplier',
  'auditor',
  'integrator',
  'developer',
  'admin',
] as const;

export type Persona = (typeof PERSONAS)[number];

/** Who the viewer has chosen to be. Only a supplier has a supplierId. */
export interface Identity {
  persona: Persona;
  supplierId?: string;
  /** For display only; the platform never sees it. */
  supplierName?: string;
}

/** Why no token could be had. */
export class SignInError extends Error {
  constructor(
    message: string,
    readonly status: number | null,
  ) {
    super(message);
    this.name = 'SignInError';
  }
}

const STORED = 'sightline.identity';

function isPersona(text: unknown): text is Persona {
  return PERSONAS.some((persona) => persona === text);
}

function remembered(): Identity {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? 'null');
    if (typeof stored === 'object' && stored !== null && 'persona' in stored && isPersona(stored.persona)) {
      const supplierId =
        'supplierId' in stored && typeof stored.supplierId === 'string' ? stored.supplierId : undefined;
      const supplierName =
        'supplierName' in stored && typeof stored.supplierName === 'string' ? stored.supplierName : undefined;
      if (stored.persona !== 'supplier' || supplierId) return { persona: stored.persona, supplierId, supplierName };
    }
  } catch {
    // Storage may be forbidden or hold something else: the visitor then starts as everybody does.
  }
  return { persona: 'executive' };
}

/**
 * Who is signed in, and the token that says so. The token stays in memory and is fetched anew on every visit;
 * only the choice of persona is remembered.
 */
export class Session {
  private current: Identity = remembered();
  private token: Promise<string> | null = null;

  identity(): Identity {
    return this.current;
  }

  /** Becomes somebody else; the next request asks for a token of theirs. */
  become(identity: Identity): void {
    this.current = identity;
    this.token = null;
    try {
      localStorage.setItem(STORED, JSON.stringify(identity));
    } catch {
      // Forbidden storage: the choice then lasts for this visit only.
    }
  }

  /** Drops a token that the platform no longer accepts. */
  forget(): void {
    this.token = null;
  }

  /** The token of the current identity. Throws SignInError; a failed sign-in is tried again at the next request. */
  bearer(): Promise<string> {
    this.token ??= requestToken(this.current).catch((failure: unknown) => {
      this.token = null;
      throw failure;
    });
    return this.token;
  }
}

declare global {
  interface Window {
    /** What public/early-sign-in.js asked before this code was there; taken up once. */
    sightlineSignIn?: { body: string; response: Promise<Response> };
  }
}

/** The answer that was asked for early, if it was asked for this identity; else null. It is good for one sign-in. */
function askedEarly(body: string): Promise<Response> | null {
  const early = window.sightlineSignIn;
  delete window.sightlineSignIn;
  return early?.body === body ? early.response : null;
}

async function requestToken(identity: Identity): Promise<string> {
  const body = JSON.stringify({ persona: identity.persona, supplierId: identity.supplierId });
  let response: Response;
  try {
    response = await (askedEarly(body) ??
      fetch('/dev/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
  } catch {
    throw new SignInError('The platform does not answer. Is it still running?', null);
  }
  if (!response.ok) {
    const why = response.status === 404 ? 'This platform has no demo sign-in.' : 'The demo sign-in was refused.';
    throw new SignInError(why, response.status);
  }
  const answer: unknown = await response.json();
  const token = typeof answer === 'object' && answer !== null && 'token' in answer ? answer.token : null;
  if (typeof token === 'string') return token;
  throw new SignInError('The demo sign-in answered without a token.', response.status);
}
