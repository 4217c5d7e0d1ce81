import { useSyncExternalStore } from 'react';

/** A view of some screen under a name: its address, without the machine. */
export interface SavedView {
  name: string;
  /** Path and search, e.g. `/orders?tab=overdue&window=30d`. */
  href: string;
  /** Opened when the dashboard is opened without saying what. */
  isDefault: boolean;
}

const STORED = 'sightline.saved-views';

/** Reads what was stored; whatever is not a view is left out. */
export function parseSavedViews(text: string | null): SavedView[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one: unknown): SavedView[] => {
    if (typeof one !== 'object' || one === null || !('name' in one) || !('href' in one)) return [];
    const { name, href } = one;
    // Only addresses of this dashboard: a stored `//elsewhere` would lead away from it.
    if (typeof name !== 'string' || typeof href !== 'string' || !/^\/(?!\/)/.test(href)) return [];
    return [{ name, href, isDefault: 'isDefault' in one && one.isDefault === true }];
  });
}

/** With the view added, or replaced where its name is taken; by name. */
export function withView(views: readonly SavedView[], name: string, href: string): SavedView[] {
  const known = views.find((view) => view.name === name);
  return [...views.filter((view) => view !== known), { name, href, isDefault: known?.isDefault ?? false }].sort(
    (a, b) => a.name.localeCompare(b.name),
  );
}

/** With this one as the default, or without any default when it already was. At most one is. */
export function withDefault(views: readonly SavedView[], name: string): SavedView[] {
  return views.map((view) => ({ ...view, isDefault: view.name === name && !view.isDefault }));
}

let current: readonly SavedView[] | null = null;
const listeners = new Set<() => void>();

/** The saved views of this browser. */
export function readSavedViews(): readonly SavedView[] {
  if (current === null) {
    try {
      current = parseSavedViews(localStorage.getItem(STORED));
    } catch {
      // Storage may be forbidden: there are then none.
      current = [];
    }
  }
  return current;
}

function write(next: readonly SavedView[]): void {
  current = next;
  try {
    localStorage.setItem(STORED, JSON.stringify(next));
  } catch {
    // Forbidden storage: they last for this visit only.
  }
  listeners.forEach((tell) => tell());
}

export const saveView = (name: string, href: string): void => write(withView(readSavedViews(), name, href));
export const removeView = (name: string): void => write(readSavedViews().filter((view) => view.name !== name));
export const toggleDefaultView = (name: string): void => write(withDefault(readSavedViews(), name));

/** The saved views, drawn anew when they change. */
export function useSavedViews(): readonly SavedView[] {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, readSavedViews);
}
