import { useNavigate } from '@tanstack/react-router';
import { createContext, lazy, Suspense, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { commandOf } from './shortcuts';
import { keptSearch } from './view';
import { patiently } from '../ui/patient-import';

const Palette = lazy(async () => ({ default: (await patiently(() => import('./palette'))).Palette }));
const Help = lazy(async () => ({ default: (await patiently(() => import('./help'))).Help }));

type Opened = 'palette' | 'help' | null;

const Open = createContext<(what: Opened) => void>(() => undefined);

/** Opens the palette or the help. */
export function useOpenCommand(): (what: Opened) => void {
  return useContext(Open);
}

/** The second key of a two-key command counts for this long. */
const PREFIX_MS = 1_500;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('dialog[open]') !== null) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Listens to the keyboard for the whole page; palette and help are loaded when first opened. */
export function CommandsHost({ children }: { children: ReactNode }): ReactNode {
  const [opened, setOpened] = useState<Opened>(null);
  const navigate = useNavigate();
  const prefixAt = useRef(0);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandOf(event, isTyping(event.target), Date.now() - prefixAt.current < PREFIX_MS);
      prefixAt.current = 0;
      if (command === null) return;
      event.preventDefault();
      switch (command.kind) {
        case 'palette':
        case 'help':
          setOpened(command.kind);
          return;
        case 'prefix':
          prefixAt.current = Date.now();
          return;
        case 'go':
          void navigate({ to: command.path, search: keptSearch });
      }
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
  const close = (): void => setOpened(null);
  return (
    <Open value={setOpened}>
      {children}
      <Suspense fallback={null}>
        {opened === 'palette' ? <Palette onClose={close} onHelp={() => setOpened('help')} /> : null}
        {opened === 'help' ? <Help onClose={close} /> : null}
      </Suspense>
    </Open>
  );
}
