import { useRef } from 'react';

/** A value, and whether it is an earlier one kept because the last attempt brought none. */
export interface Kept<T> {
  value: T | null;
  kept: boolean;
}

/**
 * Keeps the last value that arrived for the same question while later attempts fail: a tile never goes blank because a
 * part of the platform is down. Another `question` (other variables) starts with nothing.
 */
export function useKept<T>(value: T | null | undefined, question: string): Kept<T> {
  const last = useRef<{ question: string; value: T } | null>(null);
  if (value !== null && value !== undefined) {
    last.current = { question, value };
    return { value, kept: false };
  }
  if (last.current?.question === question) return { value: last.current.value, kept: true };
  return { value: null, kept: false };
}
