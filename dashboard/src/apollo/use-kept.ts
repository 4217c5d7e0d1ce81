import { useRef } from 'react';

/**
 * Keeps the last value that arrived for the same question while later attempts fail: a tile never goes blank because a
 * part of the platform is down. Another `question` (other variables) starts with nothing.
 */
export function useKept<T>(value: T | null | undefined, question: string): T | null {
  const last = useRef<{ question: string; value: T } | null>(null);
  if (value !== null && value !== undefined) last.current = { question, value };
  return last.current?.question === question ? last.current.value : null;
}
