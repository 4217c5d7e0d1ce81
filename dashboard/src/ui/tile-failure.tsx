import type { ReactNode } from 'react';
import { Glyph } from './glyph';
import classes from './tile-failure.module.css';

/** What went wrong with the last attempt to ask. */
export interface FailureFacts {
  message: string;
  /** The part of the platform that did not answer; null when it is not known, or all of it. */
  part: string | null;
  traceId: string | null;
  onRetry: () => void;
}

interface TileFailureProps extends Omit<FailureFacts, 'part'> {
  /** Only the button, with the reason in its tooltip: an earlier value is still shown. */
  brief?: boolean;
}

/** What went wrong, the id under which the platform's log has it, and a way to try again. */
export function TileFailure({ message, traceId, onRetry, brief = false }: TileFailureProps): ReactNode {
  const trace = traceId ? `Trace ${traceId}` : '';
  if (brief) {
    return (
      <button type="button" className={classes.retry} onClick={onRetry} title={`${message} ${trace}`.trim()}>
        Retry
      </button>
    );
  }
  return (
    <div className={classes.failure} role="alert">
      <p className={classes.message}>
        <Glyph shape="risk" />
        {message}
      </p>
      {traceId ? (
        <p className={classes.trace}>
          Trace <code>{traceId}</code>
        </p>
      ) : null}
      <button type="button" className={classes.retry} onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
