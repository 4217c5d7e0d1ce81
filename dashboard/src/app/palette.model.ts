/** Something the palette can open. */
export interface Choice {
  id: string;
  group: 'Screens' | 'Saved views' | 'Suppliers' | 'Order lines' | 'Actions';
  name: string;
  /** A second, quieter part. */
  note?: string;
  /** Where it leads; an action has none. */
  href?: string;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word typed is part of the choice's name or note, any case, accents aside. */
export function answers(choice: Pick<Choice, 'name' | 'note'>, typed: string): boolean {
  const haystack = fold(`${choice.name} ${choice.note ?? ''}`);
  return fold(typed)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/**
 * What to list for what was typed: screens, views and actions that answer to it, then what the platform found.
 * Found things are listed as the platform ranks them.
 */
export function choicesFor(typed: string, own: readonly Choice[], found: readonly Choice[]): Choice[] {
  const text = typed.trim();
  return text === '' ? [...own] : [...own.filter((choice) => answers(choice, text)), ...found];
}

/** The place after moving by `step` in a list of `length`, round at both ends; 0 in an empty one. */
export function moved(at: number, step: number, length: number): number {
  return length === 0 ? 0 : (at + step + length) % length;
}

/**
 * What was typed read as the number of an order line: `PO-7` or `PO-7/10` or `PO-7/10/2`. Null when it cannot be one,
 * because it holds a blank or no digit.
 */
export function orderLineIn(typed: string): string | null {
  const text = typed.trim();
  return /\s/.test(text) || !/\d/.test(text) || text.length < 3 ? null : text;
}
