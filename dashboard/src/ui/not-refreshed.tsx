import type { ReactNode } from 'react';
import { Glyph } from './glyph';
import { TileFailure, type FailureFacts } from './tile-failure';
import classes from './tile-failure.module.css';

/** Under what has no age of its own: the last attempt brought nothing, so what is shown is what an earlier one brought. */
export function NotRefreshed({ failure }: { failure: FailureFacts }): ReactNode {
  return (
    <p className={classes.kept} role="status">
      <Glyph shape="stale" />
      <span>
        <strong>Not refreshed</strong>
        {failure.part ? ` · ${failure.part}` : ''}: these are earlier values.
      </span>
      <TileFailure {...failure} brief />
    </p>
  );
}
