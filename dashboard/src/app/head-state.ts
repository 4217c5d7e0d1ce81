import type { ConnectionKind } from '../apollo/live/connection';
import type { FreshnessStatus } from '../format/freshness';

/** What the tab itself tells of the page behind it. */
export interface HeadState {
  mark: 'ok' | 'watch' | 'risk';
  /** Sources that are late, never synced, or cannot say. */
  troubled: number;
}

/** The worst of connection and sources. A finished archive is in order; one late source among many is to be watched. */
export function stateOf(statuses: readonly FreshnessStatus[], connection: ConnectionKind): HeadState {
  const troubled = statuses.filter((one) => one === 'STALE' || one === 'NEVER' || one === 'UNKNOWN').length;
  const ageing = statuses.includes('AGEING');
  const lost = connection === 'reconnecting' || connection === 'offline';
  return { mark: lost ? 'risk' : troubled > 0 || ageing ? 'watch' : 'ok', troubled };
}

/** "(2) ▲ Overview · Sightline": count and shape first, because tabs are cut at the end. */
export function titleOf(screen: string, { mark, troubled }: HeadState): string {
  const count = troubled > 0 ? `(${troubled}) ` : '';
  const shape = mark === 'risk' ? '◆ ' : mark === 'watch' ? '▲ ' : '';
  return `${count}${shape}${screen} · Sightline`;
}

/** The tab's picture, with the state's shape in its corner. */
export function favicon(mark: HeadState['mark']): string {
  if (mark === 'ok') return '/sightline.svg';
  const shape =
    mark === 'risk'
      ? '<path d="M23 15 31 23 23 31 15 23Z" fill="#8c1c13" stroke="#fff" stroke-width="1.5"/>'
      : '<path d="M23 14.5 31.5 30.5H14.5Z" fill="#c27c00" stroke="#fff" stroke-width="1.5"/>';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#4656e0"/><path d="M6 21 13 13l4.5 4.5L26 8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>${shape}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
