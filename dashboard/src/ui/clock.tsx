import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';

const Clock = createContext<() => number>(() => Date.now());

/** Gives everything below it the clock by which ages are counted. */
export function ClockProvider({ now, children }: { now: () => number; children: ReactNode }): ReactNode {
  return <Clock value={now}>{children}</Clock>;
}

/** The time now in milliseconds, renewed every `everySeconds`; 0 stands still. A hidden tab rests. */
export function useNow(everySeconds: number): number {
  const clock = useContext(Clock);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    if (everySeconds === 0) return undefined;
    const tick = (): void => {
      if (document.visibilityState === 'visible') setNow(clock());
    };
    const timer = window.setInterval(tick, everySeconds * 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [clock, everySeconds]);
  return now;
}
