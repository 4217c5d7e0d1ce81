import path from 'node:path';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { DatabaseSources } from '../postgres/databases';

/** What a launcher is told by its environment. This file is the only one here that reads it. */
export interface LaunchConfig {
  /** SIGHTLINE_HOME: the state folder, absolute. */
  homeDir: string;
  /** SIGHTLINE_HOST: the address the gateway listens on. */
  host: string;
  /** SIGHTLINE_PORT: 0 lets the system choose. */
  port: number;
  databases: DatabaseSources;
}

/** What one subgraph's process is told. */
export interface SubgraphProcessConfig {
  homeDir: string;
  databaseUrl: string;
  host: string;
  port: number;
  /** Where each subgraph listens, for the feeds. */
  urls: Record<SubgraphName, string>;
}

/** What the gateway's process is told. */
export interface GatewayProcessConfig {
  homeDir: string;
  host: string;
  port: number;
  urls: Record<SubgraphName, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The project's folder; this file runs from `infra/src/launch` or `infra/dist/launch`. */
export const PROJECT_DIR = path.resolve(__dirname, '..', '..', '..');

/** The configuration cannot be used; `problems` lists everything that is wrong with it, one sentence each. */
export class ConfigurationTrouble extends Error {
  override readonly name = 'ConfigurationTrouble';
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads what a launcher needs. @throws ConfigurationTrouble with all that is wrong at once */
export function readLaunchConfig(env: Environment): LaunchConfig {
  return collect((problems) => ({
    homeDir: homeDir(env),
    host: env['SIGHTLINE_HOST'] || '127.0.0.1',
    port: port(env, 'SIGHTLINE_PORT', 4000, problems),
    databases: databaseSources(env, problems),
  }));
}

/** Reads what a subgraph's own process needs. @throws ConfigurationTrouble with all that is wrong at once */
export function readSubgraphProcessConfig(env: Environment, name: SubgraphName): SubgraphProcessConfig {
  return collect((problems) => ({
    homeDir: homeDir(env),
    databaseUrl: required(env, `${name.toUpperCase()}_DATABASE_URL`, problems),
    host: env['SIGHTLINE_SUBGRAPH_HOST'] || '127.0.0.1',
    port: port(env, 'SIGHTLINE_SUBGRAPH_PORT', null, problems),
    urls: subgraphUrls(env, problems),
  }));
}

/** Reads what the gateway's own process needs. @throws ConfigurationTrouble with all that is wrong at once */
export function readGatewayProcessConfig(env: Environment): GatewayProcessConfig {
  return collect((problems) => ({
    homeDir: homeDir(env),
    host: env['SIGHTLINE_HOST'] || '127.0.0.1',
    port: port(env, 'SIGHTLINE_PORT', 4000, problems),
    urls: subgraphUrls(env, problems),
  }));
}

/** The environment of a child process: ours, without what would change how Node or Apollo behave, and with what it is told. */
export function childEnvironment(told: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_CHANNEL_FD: _channel, ...own } = process.env;
  return { ...own, ...told, APOLLO_TELEMETRY_DISABLED: 'true' };
}

function collect<Config>(read: (problems: string[]) => Config): Config {
  const problems: string[] = [];
  const config = read(problems);
  if (problems.length > 0) throw new ConfigurationTrouble(problems);
  return config;
}

const homeDir = (env: Environment): string =>
  path.resolve(env['SIGHTLINE_HOME'] || path.join(PROJECT_DIR, '.sightline'));

function port(env: Environment, name: string, fallback: number | null, problems: string[]): number {
  const text = env[name];
  if (text === undefined || text === '') {
    if (fallback === null) problems.push(`${name} is missing.`);
    return fallback ?? 0;
  }
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) problems.push(`${name} is "${text}"; it must be a port, 0 to 65535.`);
  return value;
}

function required(env: Environment, name: string, problems: string[]): string {
  const text = env[name];
  if (!text) problems.push(`${name} is missing.`);
  return text ?? '';
}

function databaseSources(env: Environment, problems: string[]): DatabaseSources {
  const own: Partial<Record<SubgraphName, string>> = {};
  for (const name of SUBGRAPH_NAMES) {
    const url = databaseUrl(env, `${name.toUpperCase()}_DATABASE_URL`, problems);
    if (url !== null) own[name] = url;
  }
  return { adminUrl: databaseUrl(env, 'DATABASE_URL', problems), own };
}

function databaseUrl(env: Environment, name: string, problems: string[]): string | null {
  const text = env[name];
  if (text === undefined || text === '') return null;
  if (URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol)) return text;
  // The text itself may hold a password and is not shown.
  problems.push(`${name} is not a PostgreSQL connection string (postgres://user:password@host:port/database).`);
  return null;
}

function subgraphUrls(env: Environment, problems: string[]): Record<SubgraphName, string> {
  const urls = SUBGRAPH_NAMES.map((name): [SubgraphName, string] => {
    const variable = `${name.toUpperCase()}_URL`;
    const url = required(env, variable, problems);
    if (url !== '' && !URL.canParse(url))
      problems.push(`${variable} is "${url}"; it must be a URL such as http://127.0.0.1:4101.`);
    return [name, url];
  });
  return Object.fromEntries(urls) as Record<SubgraphName, string>;
}
