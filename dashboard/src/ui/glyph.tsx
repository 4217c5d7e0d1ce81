import type { ReactNode } from 'react';
import classes from './glyph.module.css';

/**
 * Shapes of the states: ● on track, ▲ watch, ◆ breach, ○ no data, ◌ stale (hatched), ■ closed.
 * State is always shape, word and colour together, so a glyph never stands without its word.
 */
export type GlyphShape = 'ok' | 'watch' | 'risk' | 'none' | 'stale' | 'closed' | 'counted';

const SHAPES: Readonly<Record<GlyphShape, ReactNode>> = {
  ok: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  watch: <path d="M6 1.2 11.2 10.6H.8Z" fill="currentColor" />,
  risk: <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="currentColor" />,
  none: <circle cx="6" cy="6" r="4.1" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  stale: (
    <>
      <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
      <path d="M3.4 8.6 8.6 3.4M2.8 6 6 2.8M6 9.2 9.2 6" stroke="currentColor" strokeWidth="1" />
    </>
  ),
  // Counted is no verdict: a late line counts as well, so it has no state's colour.
  counted: <circle cx="6" cy="6" r="3.6" fill="currentColor" />,
  closed: <rect x="2" y="2" width="8" height="8" rx="1.2" fill="currentColor" />,
};

/** A state's shape in its colour; hidden from assistive technology because its word is beside it. */
export function Glyph({ shape }: { shape: GlyphShape }): ReactNode {
  return (
    <svg className={classes.glyph} data-shape={shape} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {SHAPES[shape]}
    </svg>
  );
}
