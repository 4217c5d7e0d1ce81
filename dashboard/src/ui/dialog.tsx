import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button';
import { CloseIcon } from './icons';
import classes from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** The title is said, but not drawn. */
  bare?: boolean;
  children: ReactNode;
}

/**
 * A dialog on the browser's own: top layer, everything else inert, Escape closes, the focus goes back where it came from.
 * Rendered means open.
 */
export function Dialog({ title, onClose, bare = false, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return undefined;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        // Only the backdrop is the dialog itself; everything in it is a child.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={classes.box}>
        <div className={bare ? 'sl-unseen' : classes.head}>
          <h2 id={heading}>{title}</h2>
          {bare ? null : (
            <IconButton aria-label="Close" onClick={onClose}>
              <CloseIcon />
            </IconButton>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
