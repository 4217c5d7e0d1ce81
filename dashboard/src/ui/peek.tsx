import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button';
import { CloseIcon } from './icons';
import classes from './peek.module.css';

interface PeekProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * One thing of a list beside the list, which stays usable: the next row opens in its place. Escape closes it, and the
 * focus goes back to where it came from. Rendered means open.
 */
export function Peek({ title, onClose, children }: PeekProps): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    const pressed = (event: KeyboardEvent): void => {
      // A popup or a dialog above takes the key for itself.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(':popover-open, dialog[open], [role="dialog"][aria-modal="true"]') !== null) return;
      close.current();
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className={classes.peek} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}

/** Facts of the thing, name above value; a value that nobody knows is a dash. */
export function PeekFacts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }): ReactNode {
  return (
    <dl className={classes.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of the peek under a heading of its own. */
export function PeekPart({ title, note, children }: { title: string; note?: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {note ? <p>{note}</p> : null}
      {children}
    </section>
  );
}
