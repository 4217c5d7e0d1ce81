import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TextField } from '../../ui/field';
import { SearchIcon } from '../../ui/icons';

/** How long a pause in typing is a question. */
const PAUSE_MS = 250;

interface OrderSearchProps {
  value: string;
  onSearch: (orderNumber: string) => void;
}

/** Finds lines by the beginning of their order's number; asks when the typing pauses. */
export function OrderSearch({ value, onSearch }: OrderSearchProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const latest = useRef(onSearch);
  latest.current = onSearch;
  // An address that changes by itself, e.g. by the way back, changes what is typed.
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = window.setTimeout(() => latest.current(typed.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, value]);
  return (
    <TextField
      type="search"
      aria-label="Order number begins with"
      placeholder="Order number"
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
