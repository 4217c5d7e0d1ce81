/** An expected outcome is a value: either what was asked for, or a refusal that names its kind. Bugs are thrown. */
export type Result<Value, Refusal> = Ok<Value> | Refused<Refusal>;
export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}
export interface Refused<Refusal> {
  readonly ok: false;
  readonly refusal: Refusal;
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
export const refuse = <Refusal>(refusal: Refusal): Refused<Refusal> => ({ ok: false, refusal });

/** Handles every kind of a union, by name; leaving one out is a type error. */
export function match<Union extends { kind: string }, Answer>(
  value: Union,
  handlers: { [Kind in Union['kind']]: (value: Extract<Union, { kind: Kind }>) => Answer },
): Answer {
  const handler = handlers[value.kind as Union['kind']] as (value: Union) => Answer;
  return handler(value);
}
