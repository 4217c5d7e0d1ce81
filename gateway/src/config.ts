/**
 * The only reader of process.env in the gateway, and the first module it loads: @apollo/gateway reports usage to
 * Apollo's host unless this variable is set by the time a gateway is made.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

import { isAbsolute } from 'node:path';
import { DEFAULT_ALLOWANCES, MOST_POINTS, type Allowances } from './guards/limits';

/** An outside issuer of tokens (OpenID Connect). */
export interface OidcSettings {
  /** Exactly as it stands in the tokens' `iss`. */
  issuer: string;
  /** What must stand in the tokens' `aud`. */
  audience: string;
  /** Null: asked of the issuer (`/.well-known/openid-configuration`). */
  jwksUrl: string | null;
}

/** How long a caller waits, in milliseconds. */
export interface Deadlines {
  /** A whole query, all its calls to subgraphs together. */
  queryMs: number;
  /** A whole mutation; the door takes large batches. */
  mutationMs: number;
  /** One call of a query to one subgraph. Less than `queryMs`, so that one silent subgraph leaves time for the others. */
  subgraphMs: number;
}

export interface GatewayConfig {
  /**
   * Tokens of the dev issuer let nobody but developers and integrators write operations of their own, so that nobody else learns
   * of the schema; and no page from another port of this machine may open a socket.
   */
  production: boolean;
  /** `default`: whoever starts the gateway decides. */
  devIssuer: 'on' | 'off' | 'default';
  oidc: OidcSettings | null;
  deadlines: Deadlines;
  allowances: Allowances;
  /** Manifests of trusted documents beside the dashboard's: absolute paths. */
  trustedDocuments: readonly string[];
}

export const DEFAULT_DEADLINES: Deadlines = { queryMs: 5_000, mutationMs: 30_000, subgraphMs: 4_000 };

/**
 * Reads the gateway's settings.
 * @throws Error that lists everything missing or wrong at once, by the name of the variable
 */
export function readGatewayConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): GatewayConfig {
  const problems: string[] = [];
  const text = (name: string): string | null => environment[name]?.trim() || null;

  const url = (name: string): string | null => {
    const value = text(name);
    if (value === null) return null;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopbackHost(parsed.hostname));
    if (!safe) problems.push(`${name} must be an https URL (http only for this machine), not "${value}"`);
    return value;
  };

  const number = (name: string, fallback: number, least: number, unit: string): number => {
    const value = text(name);
    if (value === null) return fallback;
    const given = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (given < least) problems.push(`${name} must be a number of ${unit} from ${least}, not "${value}"`);
    return given;
  };
  const milliseconds = (name: string, fallback: number): number => number(name, fallback, 10, 'milliseconds');

  const devIssuer = text('SIGHTLINE_DEV_ISSUER') ?? 'default';
  if (devIssuer !== 'on' && devIssuer !== 'off' && devIssuer !== 'default') {
    problems.push(`SIGHTLINE_DEV_ISSUER must be "on" or "off", not "${devIssuer}"`);
  }

  const issuer = url('SIGHTLINE_OIDC_ISSUER');
  const audience = text('SIGHTLINE_OIDC_AUDIENCE');
  const jwksUrl = url('SIGHTLINE_OIDC_JWKS_URL');
  if (issuer !== null && audience === null) {
    problems.push('SIGHTLINE_OIDC_AUDIENCE is missing: without it, tokens made for other services would be taken');
  }
  if (issuer === null && (audience !== null || jwksUrl !== null)) problems.push('SIGHTLINE_OIDC_ISSUER is missing');

  const deadlines: Deadlines = {
    queryMs: milliseconds('SIGHTLINE_QUERY_DEADLINE_MS', DEFAULT_DEADLINES.queryMs),
    mutationMs: milliseconds('SIGHTLINE_MUTATION_DEADLINE_MS', DEFAULT_DEADLINES.mutationMs),
    subgraphMs: milliseconds('SIGHTLINE_SUBGRAPH_DEADLINE_MS', DEFAULT_DEADLINES.subgraphMs),
  };

  const { readers, sources } = DEFAULT_ALLOWANCES;
  const allowances: Allowances = {
    readers: {
      ...readers,
      // Less than one operation may cost, and some would never be answered.
      capacity: number('SIGHTLINE_POINTS_CAPACITY', readers.capacity, MOST_POINTS, 'points'),
      perSecond: number('SIGHTLINE_POINTS_PER_SECOND', readers.perSecond, 1, 'points'),
      atOnce: number('SIGHTLINE_OPERATIONS_AT_ONCE', readers.atOnce, 1, 'operations'),
    },
    sources: {
      ...sources,
      capacity: number('SIGHTLINE_SOURCE_POINTS_CAPACITY', sources.capacity, MOST_POINTS, 'points'),
      perSecond: number('SIGHTLINE_SOURCE_POINTS_PER_SECOND', sources.perSecond, 1, 'points'),
      atOnce: number('SIGHTLINE_SOURCE_OPERATIONS_AT_ONCE', sources.atOnce, 1, 'operations'),
    },
  };
  const trustedDocuments = (text('SIGHTLINE_TRUSTED_DOCUMENTS') ?? '').split(',').filter((file) => file !== '');
  if (!trustedDocuments.every((file) => isAbsolute(file)))
    problems.push('SIGHTLINE_TRUSTED_DOCUMENTS must be absolute paths of manifests, separated by commas');

  if (problems.length > 0) {
    throw new Error(
      `The gateway's settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  return {
    production: (text('SIGHTLINE_ENVIRONMENT') ?? text('NODE_ENV')) === 'production',
    devIssuer: devIssuer === 'on' || devIssuer === 'off' ? devIssuer : 'default',
    oidc: issuer !== null && audience !== null ? { issuer, audience, jwksUrl } : null,
    deadlines,
    allowances,
    trustedDocuments,
  };
}

/** True for a name or address by which only this machine is reached, as it stands in a URL or a bind address. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
