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

  /** All of them, for WHERE. */
  get sql(): string {
    return this.said.join(' AND ');
  }
}
