import type { Actor } from '@sightline/contracts/actor';

/**
 * What one request may ask for. Facts travel in variables, so documents are small for everyone and only the body of those who
 * send facts may be large.
 */
const BODY_BYTES = 256 * 1024;
const DOOR_BODY_BYTES = 8 * 1024 * 1024;

/** Bytes of a request's body that are read from this caller. */
export const bodyLimitOf = (actor: Actor): number => (sendsFacts(actor) ? DOOR_BODY_BYTES : BODY_BYTES);

/** Sources, importers and simulators: they send much, all day. */
export const sendsFacts = (actor: Actor): boolean => actor.scopes.includes('facts:write');

/** Of one document, whoever wrote it. Everything here is known before the schema is looked at. */
export const MOST = {
  /** Characters of the text. */
  characters: 15_000,
  /** Tokens of the text; the parser stops at them. */
  tokens: 1_000,
  /** Fields of an operation once its fragments are written out; `__typename` not counted. */
  selections: 2_000,
  /** Fields below each other. */
  depth: 10,
  /** Fields with a name of the caller's own. */
  aliases: 15,
  /** Fields that ask for the same name at the same place, to be merged into one. Merging compares each with each. */
  merged: 20,
  directives: 20,
  /** Root fields of a mutation. */
  mutations: 5,
  /** Root fields of a mutation that are commands rather than doors for facts. */
  commands: 1,
} as const;

export type StructureLimit = keyof typeof MOST;

/** The largest page that any list gives, whatever is asked. */
export const LARGEST_PAGE = 500;

/** Points that one operation may cost. */
export const MOST_POINTS = 5_000;

/** What a caller may use over time: points that it holds at most, and points that it gets back. */
export interface Allowance {
  capacity: number;
  perSecond: number;
  /** Operations of one caller under way at once; more wait their turn. */
  atOnce: number;
  /** Operations of one caller that may wait. */
  waiting: number;
}

export interface Allowances {
  readers: Allowance;
  /** Callers with `facts:write`. */
  sources: Allowance;
}

/** A page of the dashboard costs a few thousand points, once; the whole demo shares one caller for each persona. */
export const DEFAULT_ALLOWANCES: Allowances = {
  readers: { capacity: 100_000, perSecond: 5_000, atOnce: 10, waiting: 100 },
  sources: { capacity: 1_000_000, perSecond: 50_000, atOnce: 20, waiting: 200 },
};

export const allowanceOf = (allowances: Allowances, actor: Actor): Allowance =>
  sendsFacts(actor) ? allowances.sources : allowances.readers;
