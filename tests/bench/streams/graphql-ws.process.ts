/** graphql-ws as its documentation has it: graphql-js executes and serialises each event for each client. */
import { execute, parse, subscribe, buildASTSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerCalls, machineMs } from './answer-calls';
import { BenchLog } from './stream-ports';
import { changeAt } from './stream-schema';

const schema = buildASTSchema(
  parse(`scalar Cursor
    type Query { ready: Boolean }
    type Subscription { lineChanged(after: Cursor): LineChange }
    type LineChange { cursor: Cursor! previousCursor: Cursor kind: String! caughtUpTo: String emittedAt: String line: Line }
    type Line { id: ID! number: Int status: String quantity: Float unit: String }`),
);
const log = new BenchLog();

async function* lineChanged(): AsyncGenerator<{ lineChanged: object }> {
  let { place } = log;
  yield { lineChanged: changeAt(place, 'SNAPSHOT', null) };
  for (;;) {
    while (place >= log.place) await log.moved(60_000);
    place += 1;
    yield { lineChanged: changeAt(place, 'UPDATED', `c${place - 1}`) };
  }
}

const server = createServer();
const webSockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false });
useServer({ schema, execute, subscribe, roots: { subscription: { lineChanged } } }, webSockets);
server.listen(0, '127.0.0.1', () =>
  answerCalls({
    port: () => (server.address() as AddressInfo).port,
    emit: () => {
      const at = machineMs();
      log.advance();
      return at;
    },
  }),
);
