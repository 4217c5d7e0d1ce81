import { acceptedRanges } from '../accept';
import type { EventFormat } from '../subscriptions/prepared-event';
import type { StreamOver } from '../subscriptions/refusal';

type Told = StreamOver['errors'];

/** How a subscription is written into one answer over HTTP. Every text is a whole number of its parts. */
export interface StreamFormat {
  headers: Readonly<Record<string, string>>;
  /** Sent at once, so that whatever lies between does not wait for a first event. */
  opening: string;
  event: EventFormat;
  /** Says only that the connection lives. */
  heartbeat: string;
  /** The end, with the reason where there is one, of a stream that would not go on. */
  over(errors: Told): string;
  /** The end of a stream that its client may take up again. */
  interrupted(errors: Told): string;
}

const headersOf = (contentType: string): Readonly<Record<string, string>> => ({
  'content-type': contentType,
  'cache-control': 'no-store, no-transform',
  // Proxies that gather an answer before they pass it on would keep back all of it.
  'x-accel-buffering': 'no',
});

const next = (json: string, id: string | null): string =>
  `${id === null ? '' : `id: ${id}\n`}event: next\ndata: ${json}\n\n`;
const COMPLETE = 'event: complete\ndata:\n\n';

/**
 * Server-sent events, as graphql-sse has them for one subscription a connection. The event's id is its cursor, so whoever
 * comes back with `Last-Event-ID` goes on behind it.
 */
export const EVENT_STREAM: StreamFormat = {
  headers: headersOf('text/event-stream; charset=utf-8'),
  opening: ':\n\n',
  event: ({ json, cursor }) => Buffer.from(next(json, cursor)),
  heartbeat: ':\n\n',
  over: (errors) => (errors.length > 0 ? next(JSON.stringify({ errors }), null) : '') + COMPLETE,
  // Without "complete", clients of the protocol come back by themselves.
  interrupted: () => '',
};

const BOUNDARY = 'graphql';
/** With the boundary behind it: clients read a part when they have seen where it ends. */
const part = (json: string): string => `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--${BOUNDARY}`;
const fatal = (errors: Told): string =>
  `${errors.length > 0 ? part(JSON.stringify({ payload: null, errors })) : ''}--\r\n`;

/** Apollo's protocol of subscriptions as multipart answers, version 1.0. */
export const MULTIPART: StreamFormat = {
  headers: headersOf(`multipart/mixed; boundary="${BOUNDARY}"; subscriptionSpec=1.0`),
  opening: `\r\n--${BOUNDARY}${part('{}')}`,
  event: ({ json }) => Buffer.from(part(`{"payload":${json}}`)),
  heartbeat: part('{}'),
  over: fatal,
  interrupted: fatal,
};

/** The form that a request wants a subscription in: the first that it prefers among those of streams. Null: it names none. */
export function streamFormatOf(accept: string | undefined): StreamFormat | null {
  for (const { type, parameters } of acceptedRanges(accept ?? '')) {
    if (type === 'text/event-stream') return EVENT_STREAM;
    if (type === 'multipart/mixed' && parameters.some((one) => /^subscriptionspec="?1\.0"?$/.test(one)))
      return MULTIPART;
  }
  return null;
}

/** True when a request takes nothing but a stream, whatever it asks: only there an answer of another form is of no use. */
export const takesOnlyStreams = (accept: string | undefined): boolean =>
  streamFormatOf(accept) !== null &&
  !acceptedRanges(accept ?? '').some(({ type }) => type.endsWith('*') || /^application\/(.+\+)?json$/.test(type));
