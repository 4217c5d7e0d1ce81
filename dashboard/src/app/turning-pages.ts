import { useEffect } from 'react';

/** How long each page of a wall is shown. */
const PAGE_MS = 20_000;

/** Where a part of the screen begins and ends, in pixels from the top of the window. */
interface Part {
  top: number;
  bottom: number;
}

/**
 * How far down to go so that the first part that was cut off stands at the top; null when nothing was: back to the start.
 *
 * @param height  of the window, without the strip at its bottom
 */
export function nextPage(parts: readonly Part[], height: number): number | null {
  const cut = parts.filter(({ top, bottom }) => bottom > height && top > 0).map(({ top }) => top);
  return cut.length === 0 ? null : Math.min(...cut);
}

/** A wall has nobody who scrolls: what does not fit on it is shown page by page, and then from the top again. */
export function useTurningPages(): void {
  useEffect(() => {
    const turn = (): void => {
      const strip = document.querySelector('footer')?.getBoundingClientRect().height ?? 0;
      const parts = [...document.querySelectorAll('main section')].map((part) => part.getBoundingClientRect());
      const down = nextPage(parts, window.innerHeight - strip);
      const before = window.scrollY;
      window.scrollBy({ top: down ?? 0 });
      if (down === null || window.scrollY === before) window.scrollTo({ top: 0 });
    };
    const timer = window.setInterval(turn, PAGE_MS);
    return () => window.clearInterval(timer);
  }, []);
}
