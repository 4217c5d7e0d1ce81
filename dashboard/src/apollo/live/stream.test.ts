import { ApolloClient, ApolloLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { parse } from 'graphql';
import type { Client as Socket, Sink } from 'graphql-ws';
import { Connection } from './connection';
import type { StreamEvents } from './hub';
import { PerFrame } from './per-frame';
import { followStream, SILENT_MS } from './stream';

/** The other end of the wire: keeps what was asked, and answers as the test says. */
class Wire {
  readonly asked: { query: string; variables: Record<string, unknown> }[] = [];
  private sink: Sink | null = null;
  readonly socket = {
    subscribe: (payload: { query: string; variables: Record<string, unknown> }, sink: Sink) => {
      this.asked.push(payload);
      this.sink = sink;
      return () => undefined;
    },
  } as unknown as Socket;

  say(kind: string, cursor: string, previousCursor: string | null, onTime: number | null): void {
    const line = onTime === null ? null : { __typename: 'Line', id: 'l1', openQuantity: String(onTime) };
    this.sink?.next({ data: { lineChanged: { __typename: 'LineChange', kind, cursor, previousCursor, line } } });
  }

  lose(): void {
    this.sink?.error({ code: 1006 });
  }

  refuse(code: string): void {
    this.sink?.error([{ message: code, extensions: { code } }]);
  }
}

// A schema of its own: parsed here, so that it is not taken for an operation of the dashboard.
const LINE_CHANGED: TypedDocumentNode<unknown, Record<string, unknown>> = parse(`
  subscription LineChanged($after: Cursor) {
    lineChanged(after: $after) {
      kind
      cursor
      previousCursor
      line {
        id
        ...LineParts @unmask
      }
    }
  }
  fragment LineParts on Line {
    openQuantity
  }
`);
const SHOWN = parse('fragment Shown on Line { openQuantity }');

function open(events: StreamEvents = {}) {
  const wire = new Wire();
  const connection = new Connection();
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  const stream = followStream({
    spec: { field: 'lineChanged', of: 'facts', document: LINE_CHANGED, variables: {} },
    place: null,
    client,
    connection,
    frame: new PerFrame((work) => client.cache.batch({ update: work })),
    frameKey: 'lineChanged',
    listeners: new Set([events]),
    socket: () => wire.socket,
    again: () => Promise.resolve(),
  });
  const shown = (): unknown =>
    client.cache.readFragment({
      id: 'Line:l1',
      fragment: SHOWN,
    });
  return { wire, connection, stream, shown };
}

const nextFrame = (): Promise<void> => new Promise((resolve) => window.requestAnimationFrame(() => resolve()));
const settled = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, 0));

it('writes what is pushed into the entity it is about, so that whatever shows it is drawn anew', async () => {
  const { wire, shown, connection } = open();
  wire.say('SNAPSHOT', 'c0', null, null);
  wire.say('UPDATED', 'c1', 'c0', 7);
  await nextFrame();
  expect(shown()).toEqual({ __typename: 'Line', openQuantity: '7' });
  expect(connection.read()).toMatchObject({ messages: 1, gaps: 0 });
});

it('asks the platform nothing that only the client understands', () => {
  const { wire } = open();
  expect(wire.asked[0]?.query).not.toContain('unmask');
  expect(wire.asked[0]?.query).toContain('__typename');
});

it('resumes after the last message it had, heartbeats included, when the socket is lost', async () => {
  const { wire, connection } = open();
  wire.say('SNAPSHOT', 'c0', null, null);
  wire.say('UPDATED', 'c1', 'c0', 7);
  wire.say('HEARTBEAT', 'c4', 'c1', null);
  wire.lose();
  await settled();
  expect(wire.asked[1]?.variables).toEqual({ after: 'c4' });
  wire.say('UPDATED', 'c5', 'c4', 6);
  expect(connection.read()).toMatchObject({ messages: 2, gaps: 0, resumed: 1 });
});

it('says that something is missing, and has it fetched', async () => {
  const refetched = jest.fn();
  const { wire, connection } = open({ onRefetch: refetched });
  wire.say('SNAPSHOT', 'c0', null, null);
  wire.say('UPDATED', 'c3', 'c2', 7);
  await nextFrame();
  expect(connection.read()).toMatchObject({ messages: 1, gaps: 1 });
  expect(refetched).toHaveBeenCalledTimes(1);
});

it('begins anew and fetches everything when it was away for too long', async () => {
  const refetched = jest.fn();
  const { wire } = open({ onRefetch: refetched });
  wire.say('SNAPSHOT', 'c0', null, null);
  wire.refuse('CURSOR_EXPIRED');
  await settled();
  expect(wire.asked[1]?.variables).toEqual({});
  expect(refetched).toHaveBeenCalledTimes(1);
});

it('does not ask again for what it may not see', async () => {
  const { wire } = open();
  wire.refuse('FORBIDDEN');
  await settled();
  expect(wire.asked).toHaveLength(1);
});

it('draws a burst of facts once, each of them applied', async () => {
  const seen: unknown[] = [];
  const { wire, shown, connection } = open({ onChange: (message) => seen.push(message.cursor) });
  wire.say('SNAPSHOT', 'c0', null, null);
  for (let n = 1; n <= 50; n += 1) wire.say('UPDATED', `c${n}`, `c${n - 1}`, 100 - n);
  expect(seen).toEqual([]);
  await nextFrame();
  expect(seen).toHaveLength(50);
  expect(shown()).toEqual({ __typename: 'Line', openQuantity: '50' });
  expect(connection.read()).toMatchObject({ messages: 50, gaps: 0, repeats: 0 });
});

describe('a stream on a socket that lives', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('has its figures asked for again when it falls silent, so that a stopped part of the platform is noticed', () => {
    const refetched = jest.fn();
    const { wire, stream } = open({ onRefetch: refetched });
    wire.say('SNAPSHOT', 'c0', null, null);
    jest.advanceTimersByTime(SILENT_MS - 1);
    wire.say('HEARTBEAT', 'c0', 'c0', null);
    jest.advanceTimersByTime(SILENT_MS - 1);
    expect(refetched).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(refetched).toHaveBeenCalledTimes(1);
    stream.close();
    jest.advanceTimersByTime(10 * SILENT_MS);
    expect(refetched).toHaveBeenCalledTimes(1);
  });
});
