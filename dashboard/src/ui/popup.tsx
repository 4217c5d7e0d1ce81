import { useCallback, useId, useLayoutEffect, useRef, useState, type ReactNode, type ToggleEvent } from 'react';
import classes from './popup.module.css';

/** Spread on the button that opens the popup: the browser itself toggles it, also by keyboard. */
export interface PopupTrigger {
  popoverTarget: string;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog' | 'menu';
}

interface PopupProps {
  trigger: (props: PopupTrigger) => ReactNode;
  /** The content exists only while the popup is open. */
  children: (close: () => void) => ReactNode;
  label: string;
  kind?: 'dialog' | 'menu';
  align?: 'start' | 'end';
  /** In pixels; never wider than the screen. */
  width: number;
}

const GAP = 6;
const EDGE = 8;

/** Where the popup goes: below its trigger, or above when only there is room; never over an edge. */
function place(popup: HTMLElement, trigger: Element, align: 'start' | 'end'): void {
  const at = trigger.getBoundingClientRect();
  const size = popup.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = align === 'start' ? at.left : at.right - size.width;
  const below = at.bottom + GAP;
  const fits = below + size.height <= clientHeight - EDGE;
  const top = fits ? below : Math.max(EDGE, at.top - GAP - size.height);
  popup.style.left = `${Math.max(EDGE, Math.min(left, clientWidth - size.width - EDGE))}px`;
  popup.style.top = `${fits || at.top > size.height ? top : Math.max(EDGE, clientHeight - size.height - EDGE)}px`;
}

/**
 * A light popup on the browser's own popover: top layer, closes on Escape and outside clicks, gives the focus back.
 * It moves with nothing: scrolling the page closes it.
 */
export function Popup({ trigger, children, label, kind = 'dialog', align = 'start', width }: PopupProps): ReactNode {
  const id = useId();
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback(() => popup.current?.hidePopover(), []);

  useLayoutEffect(() => {
    const element = popup.current;
    if (!open || !element) return undefined;
    const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`);
    if (opener) place(element, opener, align);
    const first = element.querySelector<HTMLElement>('[data-autofocus], [aria-checked="true"], button, input');
    first?.focus({ preventScroll: true });
    const away = (event: Event): void => {
      if (event.type === 'resize' || (event.target instanceof Node && !element.contains(event.target))) close();
    };
    window.addEventListener('scroll', away, { capture: true, passive: true });
    window.addEventListener('resize', away);
    return () => {
      window.removeEventListener('scroll', away, { capture: true });
      window.removeEventListener('resize', away);
    };
  }, [open, id, align, close]);

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': open, 'aria-haspopup': kind })}
      <div
        ref={popup}
        id={id}
        popover="auto"
        role={kind}
        aria-label={label}
        className={classes.popup}
        style={{ width: `min(${width}px, calc(100vw - ${2 * EDGE}px))` }}
        onToggle={(event: ToggleEvent<HTMLDivElement>) => setOpen(event.newState === 'open')}
        onKeyDown={kind === 'menu' ? moveFocus : undefined}
      >
        {open ? children(close) : null}
      </div>
    </>
  );
}

/** Arrow keys, Home and End move between the items of a menu. */
function moveFocus(event: React.KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const now = items.findIndex((item) => item === document.activeElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (now + 1) % items.length,
    ArrowUp: (now - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[next]?.focus();
}

interface MenuChoiceProps {
  checked: boolean;
  onChoose: () => void;
  icon?: ReactNode;
  /** A second, quieter line. */
  note?: string;
  children: ReactNode;
}

/** One of several exclusive choices in a popup of kind "menu". */
export function MenuChoice({ checked, onChoose, icon, note, children }: MenuChoiceProps): ReactNode {
  return (
    <button type="button" role="menuitemradio" aria-checked={checked} className={classes.choice} onClick={onChoose}>
      {icon}
      <span className={classes.words}>
        {children}
        {note ? <small>{note}</small> : null}
      </span>
      <span className={classes.tick} aria-hidden="true">
        {checked ? '✓' : ''}
      </span>
    </button>
  );
}

interface MenuActionProps {
  onChoose: () => void;
  /** A second, quieter line. */
  note?: string;
  children: ReactNode;
}

/** One thing to do, in a popup of kind "menu". */
export function MenuAction({ onChoose, note, children }: MenuActionProps): ReactNode {
  return (
    <button type="button" role="menuitem" className={classes.choice} onClick={onChoose}>
      <span className={classes.words}>
        {children}
        {note ? <small>{note}</small> : null}
      </span>
    </button>
  );
}
