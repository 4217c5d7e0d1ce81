import type { ConnectionState } from '../apollo/live/connection';
import type { GlyphShape } from '../ui/glyph';

/** The badge's shape and word; state is never colour alone. */
export function connectionWords(state: Pick<ConnectionState, 'kind'>): { shape: GlyphShape; word: string } {
  switch (state.kind) {
    case 'idle':
      return { shape: 'none', word: 'Quiet' };
    case 'connecting':
      return { shape: 'none', word: 'Connecting' };
    case 'live':
      return { shape: 'ok', word: 'Live' };
    case 'silent':
      return { shape: 'watch', word: 'No answer' };
    case 'reconnecting':
      return { shape: 'watch', word: 'Reconnecting' };
    case 'offline':
      return { shape: 'risk', word: 'Offline' };
    case 'polling':
      return { shape: 'watch', word: 'Every 30 s' };
    case 'resting':
      return { shape: 'none', word: 'Resting' };
    case 'past':
      return { shape: 'closed', word: 'Past' };
  }
}

/** What the state means for what is on the screen. */
export function connectionSentence({ kind, reason }: Pick<ConnectionState, 'kind' | 'reason'>): string {
  const why = reason === null ? '' : ` (${reason})`;
  switch (kind) {
    case 'idle':
      return 'Nothing on this screen is pushed; figures are asked for again every 30 s.';
    case 'connecting':
      return 'Asking for the live connection.';
    case 'live':
      return 'Changes arrive as the platform hears of them.';
    case 'silent':
      return 'The platform has not answered for a second; it may only be busy. What is shown is the last that arrived.';
    case 'reconnecting':
      return `The live connection is being made again${why}. What is shown is the last that arrived; nothing is missed.`;
    case 'offline':
      return `No connection${why}. What is shown is the last that arrived, and its age keeps growing.`;
    case 'polling':
      return `No live connection can be had${why}. Figures are asked for again every 30 s instead.`;
    case 'resting':
      return `The live connection rests${why}; it catches up when you come back.`;
    case 'past':
      return 'This page looks at the past, which does not move.';
  }
}

/** The client's own proof that it missed nothing, in one sentence. */
export function proofWords(state: Pick<ConnectionState, 'messages' | 'gaps' | 'repeats' | 'resumed' | 'lost'>): string {
  const { messages, gaps, resumed } = state;
  if (messages === 0) return 'No change has arrived since this page was opened.';
  const gap = gaps === 0 ? 'none missing' : `${gaps} missing and fetched anew`;
  return `${messages.toLocaleString('en-GB')} received, ${gap}, resumed ${resumed} ${resumed === 1 ? 'time' : 'times'}.`;
}
