import type { DataOrigin } from '@sightline/contracts/simulated';

/** Parameters of a statement, in their order. */
export class Parameters {
  readonly all: unknown[];

  /** @param given  those that the statement has already */
  constructor(given: readonly unknown[] = []) {
    this.all = [...given];
  }

  /** Takes a value, and answers the parameter that stands for it. */
  readonly p = (value: unknown): string => `$${this.all.push(value)}`;
}

/** Conditions that must all hold, with the parameters that they name. */
export class Conditions extends Parameters {
  private readonly said: string[] = ['true'];

  and(condition: string): void {
    this.said.push(condition);
  }

  /** The column, a text, holds one of the values; null or undefined: whatever it holds. */
  among(column: string, values: readonly string[] | null | undefined): void {
    if (values != null) this.and(`${column} = ANY(${this.p(values)}::text[])`);
  }

  /**
   * The column lies between the two, bounds included; null or undefined: without a bound on that side.
   *
   * @param type  of the column
   */
  within(column: string, type: string, from: string | null | undefined, to: string | null | undefined): void {
    if (from != null) this.and(`${column} >= ${this.p(from)}::${type}`);
    if (to != null) this.and(`${column} <= ${this.p(to)}::${type}`);
  }

  /** The row is of one origin, as its column `simulated` says; null or undefined: of either. */
  ofOrigin(origin: DataOrigin | null | undefined): void {
    if (origin != null) this.and(`simulated = ${this.p(origin === 'SIMULATED')}::boolean`);
  }

  /** All of them, for WHERE. */
  get sql(): string {
    return this.said.join(' AND ');
  }
}
