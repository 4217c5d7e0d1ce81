import { SCREENS } from './screens';

/** What a key asks for. */
export type Command =
  | { kind: 'go'; path: string }
  | { kind: 'palette' }
  | { kind: 'help' }
  /** The first half of a two-key command was pressed. */
  | { kind: 'prefix' };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * Reads a key press: Ctrl/Cmd-K and `/` open the palette, `?` the help, `g` and a screen's letter go there.
 *
 * @param typing the focus is where letters are text
 * @param afterG `g` was pressed just before
 */
export function commandOf(pressed: Key, typing: boolean, afterG: boolean): Command | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { kind: 'palette' };
  if (typing || ctrlKey || metaKey || altKey) return null;
  if (afterG) {
    const screen = SCREENS.find((one) => one.key === key);
    return screen ? { kind: 'go', path: screen.path } : null;
  }
  if (key === '/') return { kind: 'palette' };
  if (key === '?') return { kind: 'help' };
  return key === 'g' ? { kind: 'prefix' } : null;
}
