/**
 * Long lists in variables, set aside while Apollo's gateway checks the others.
 *
 * graphql-js checks every field of every element of a variable, and the subgraph that takes the list does so again: for
 * the door's batches the gateway's check is half of what a batch costs it, and decides nothing. So an empty list stands in
 * until the fetch is sent. Whatever type refuses the empty list refuses the long one too; the rest is judged once, by the
 * subgraph, whose BAD_USER_INPUT passes. An operation that writes in two subgraphs may thus have written in one when the
 * other refuses its list; facts are idempotent, so the caller mends the list and sends all of it again.
 */
export type HeldLists = ReadonlyMap<string, readonly unknown[]>;

/** Lists up to this long are checked at the gateway like everything else. */
const LONG = 50;

/** @param body the parsed body of a request; it is not changed */
export function holdLongLists(body: unknown): { body: unknown; held: HeldLists } {
  const held = new Map<string, readonly unknown[]>();
  if (!isRecord(body) || !isRecord(body['variables'])) return { body, held };
  const variables: Record<string, unknown> = { ...body['variables'] };
  for (const [name, value] of Object.entries(variables)) {
    if (!Array.isArray(value) || value.length <= LONG) continue;
    held.set(name, value);
    variables[name] = [];
  }
  return held.size === 0 ? { body, held } : { body: { ...body, variables }, held };
}

/** The variables of a fetch, with the lists that were set aside. */
export function withHeldLists(
  variables: Readonly<Record<string, unknown>> | undefined,
  held: HeldLists,
): Readonly<Record<string, unknown>> | undefined {
  if (variables === undefined || held.size === 0) return variables;
  const whole: Record<string, unknown> = { ...variables };
  for (const [name, list] of held) {
    const standIn = whole[name];
    // A fetch of entities has a variable of its own, `representations`, which is never empty.
    if (Array.isArray(standIn) && standIn.length === 0) whole[name] = list;
  }
  return whole;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
