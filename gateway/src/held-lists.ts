/**
 * Long lists in variables, set aside as the text in which they came while Apollo's gateway checks the others.
 *
 * graphql-js checks every field of every element of a variable, and the subgraph that takes the list does so again: for
 * the door's batches the gateway's check is half of what a batch costs it, and decides nothing; reading the list from JSON
 * to write it as JSON again is most of the rest. So an empty list stands in until the fetch is sent. Whatever type refuses
 * the empty list refuses the long one too; the rest is judged once, by the subgraph, whose BAD_USER_INPUT passes. An
 * operation that writes in two subgraphs may thus have written in one when the other refuses its list; facts are
 * idempotent, so the caller mends the list and sends all of it again.
 */
export type HeldLists = ReadonlyMap<string, string>;

/** Lists up to this many characters are checked at the gateway like everything else. */
const LONG = 2_048;

const NOTHING_HELD: HeldLists = new Map();

/**
 * Takes the long lists out of a request's body. What is taken begins with a bracket and ends with the one that closes it;
 * whether it is JSON in between is found by the subgraph, which alone reads it.
 *
 * @param text the body of a request
 * @returns the body with an empty list for each that is held, still as text
 */
export function holdLongLists(text: string): { text: string; held: HeldLists } {
  const unchanged = { text, held: NOTHING_HELD };
  if (text.length <= LONG) return unchanged;
  const members = membersOf(text, 0);
  const variables = members?.filter((member) => member.name === 'variables') ?? [];
  const [only] = variables;
  // Of two members with one name JSON takes the last; whoever writes that gets no shortcut.
  if (only === undefined || variables.length > 1 || text[only.from] !== '{') return unchanged;
  const found = membersOf(text, only.from);
  if (found === null || new Set(found.map((member) => member.name)).size < found.length) return unchanged;
  const held = new Map<string, string>();
  let rest = '';
  let from = 0;
  for (const member of found) {
    if (text[member.from] !== '[' || member.to - member.from <= LONG) continue;
    held.set(member.name, text.slice(member.from, member.to));
    rest += `${text.slice(from, member.from)}[]`;
    from = member.to;
  }
  return held.size === 0 ? unchanged : { text: rest + text.slice(from), held };
}

/**
 * The variables of a fetch, with the lists that were set aside.
 * @throws SyntaxError when what was set aside is no JSON
 */
export function withHeldLists(
  variables: Readonly<Record<string, unknown>> | undefined,
  held: HeldLists,
): Readonly<Record<string, unknown>> | undefined {
  if (variables === undefined || held.size === 0) return variables;
  const whole: Record<string, unknown> = { ...variables };
  for (const [name, list] of held) {
    const standIn = whole[name];
    // A fetch of entities has a variable of its own, `representations`, which is never empty.
    if (Array.isArray(standIn) && standIn.length === 0) whole[name] = JSON.parse(list) as unknown;
  }
  return whole;
}

interface Member {
  name: string;
  /** Where its value begins and ends. */
  from: number;
  to: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The members of the object that begins at a place of a JSON text; null when it does not look like one. */
function membersOf(text: string, objectFrom: number): Member[] | null {
  let at = afterBlanks(text, objectFrom);
  if (text.charCodeAt(at) !== OPEN_OBJECT) return null;
  const members: Member[] = [];
  for (at = afterBlanks(text, at + 1); ; at = afterBlanks(text, at + 1)) {
    if (text.charCodeAt(at) === CLOSE_OBJECT) return members;
    if (text.charCodeAt(at) !== QUOTE) return null;
    const nameEnd = endOfString(text, at);
    const name = nameEnd < 0 ? null : nameIn(text.slice(at, nameEnd));
    if (name === null) return null;
    at = afterBlanks(text, nameEnd);
    if (text.charCodeAt(at) !== COLON) return null;
    const from = afterBlanks(text, at + 1);
    const to = endOfValue(text, from);
    if (to < 0) return null;
    members.push({ name, from, to });
    at = afterBlanks(text, to);
    if (text.charCodeAt(at) === CLOSE_OBJECT) return members;
    if (text.charCodeAt(at) !== COMMA) return null;
  }
}

function nameIn(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null; // Not JSON, which whoever reads the whole body says to the caller.
  }
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Behind the string that begins here; -1 when it does not end. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

/** Behind the value that begins here, by its brackets alone; -1 when it does not end. */
function endOfValue(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return endOfString(text, from);
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) {
    let at = from;
    while (at < text.length && !isEndOfScalar(text.charCodeAt(at))) at += 1;
    return at === from ? -1 : at;
  }
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at) - 1;
      if (at < 0) return -1;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

const isEndOfScalar = (code: number): boolean =>
  code === COMMA || code === CLOSE_OBJECT || code === CLOSE_LIST || isBlank(code);
