import { useSyncExternalStore } from 'react';

/** What the visitor has chosen; `auto` follows the system. */
export type SchemeChoice = 'light' | 'dark' | 'auto';

/** The same key as in public/color-scheme.js, which sets the scheme before the first paint. */
const STORED = 'sightline.color-scheme';
const ATTRIBUTE = 'data-mantine-color-scheme';

function systemIsDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function remembered(): SchemeChoice {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    // Storage may be forbidden: the system's choice is then used.
    return 'auto';
  }
}

let choice: SchemeChoice | null = null;
const listeners = new Set<() => void>();

function apply(): void {
  const chosen = choice ?? remembered();
  const dark = chosen === 'dark' || (chosen === 'auto' && systemIsDark().matches);
  document.documentElement.setAttribute(ATTRIBUTE, dark ? 'dark' : 'light');
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  const system = systemIsDark();
  system.addEventListener('change', apply);
  return () => {
    listeners.delete(tell);
    system.removeEventListener('change', apply);
  };
}

/** Remembers a choice and draws the page in it. */
export function chooseScheme(next: SchemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(STORED, next);
  } catch {
    // Forbidden storage: the choice then lasts for this visit only.
  }
  apply();
}

/** What was chosen, for the menu. */
export function useSchemeChoice(): SchemeChoice {
  return useSyncExternalStore(subscribe, () => choice ?? remembered());
}

/** Whether the page is dark now, for what is drawn by hand. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, () => document.documentElement.getAttribute(ATTRIBUTE) === 'dark');
}
