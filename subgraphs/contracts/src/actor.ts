/**
 * Who is asking. The gateway makes it from a token and nothing else; a subgraph believes it because the call is signed.
 */
export interface Actor {
  id: string;
  name: string;
  persona: Persona;
  scopes: readonly Scope[];
  /** Null: every supplier. A list: only these, also inside every nested path. */
  supplierIds: readonly string[] | null;
  /** Null: every plant. */
  plantIds: readonly string[] | null;
}

export const PERSONAS = [
  'executive',
  'planner',
  'quality',
  'supplier',
  'integrator',
  'auditor',
  'developer',
  'admin',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** What a token may allow. A field of the schema names the scopes of which the caller needs one. */
export const SCOPES = [
  'figures:read', // metrics, order book, definitions
  'orders:read', // suppliers, order lines, receipts, items, plants
  'production:read', // work orders and their figures: the buyer's side alone
  'sync:read', // sources, flows, lag, dead letters
  'facts:write', // the door
  'facts:simulate', // facts of simulated sources, beside facts:write
  'audit:read',
  'admin',
  'graphql:adhoc', // operations other than the dashboard's own
] as const;
export type Scope = (typeof SCOPES)[number];

const readers: readonly Scope[] = ['figures:read', 'orders:read', 'production:read', 'sync:read', 'graphql:adhoc'];

/**
 * The scopes of each demo persona, for the dev issuer; another issuer's tokens name their scopes themselves. Deny by default:
 * what is not listed here is not allowed.
 */
export const SCOPES_OF_PERSONA: Readonly<Record<Persona, readonly Scope[]>> = {
  executive: readers,
  planner: readers,
  quality: readers,
  // A supplier sees its own lines and figures; nothing about sources, and only operations of the dashboard's own.
  supplier: ['figures:read', 'orders:read'],
  integrator: [...readers, 'facts:write', 'facts:simulate'],
  auditor: [...readers, 'audit:read'],
  developer: readers,
  admin: [...readers, 'facts:write', 'facts:simulate', 'audit:read', 'admin'],
};
