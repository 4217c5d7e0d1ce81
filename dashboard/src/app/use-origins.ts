import { useSearch } from '@tanstack/react-router';
import { originsOf, type Origins } from './origin';
import { useSources } from './sources-context';
import { parseViewSearch } from './view';

/** Whose facts the screens are over: by the address, else by which sources there are. */
export function useOrigins(): Origins {
  const { origins } = useSources();
  const raw: Record<string, unknown> = useSearch({ strict: false });
  return originsOf(origins, parseViewSearch(raw).origin);
}
