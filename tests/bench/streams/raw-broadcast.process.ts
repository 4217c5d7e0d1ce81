/** The least that a broadcast can be: the same frame written to every connection, and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { answerCalls, machineMs } from './answer-calls';
import { changeAt } from './stream-schema';

const sockets: Duplex[] = [];
const webSockets = new WebSocketServer({
  noServer: true,
  perMessageDeflate: false,
  handleProtocols: () => 'graphql-transport-ws',
});
const server = createServer();
server.on('upgrade', (request, socket, head) =>
  webSockets.handleUpgrade(request, socket, head, (opened) => {
    opened.on('message', (data) => {
      const { type, id } = JSON.parse((data as Buffer).toString()) as { type: string; id: string };
      if (type === 'connection_init') opened.send('{"type":"connection_ack"}');
      else if (type === 'subscribe') {
        const payload = { data: { lineChanged: changeAt(0, 'SNAPSHOT', null) } };
        opened.send(JSON.stringify({ id, type: 'next', payload }));
        sockets.push(socket);
      }
    });
  }),
);
server.listen(0, '127.0.0.1', () => {
  let frame = Buffer.alloc(0);
  answerCalls({
    port: () => (server.address() as AddressInfo).port,
    /** @param text  a whole frame, base64 */
    prepare: (text: string) => {
      frame = Buffer.from(text, 'base64');
    },
    emit: () => {
      const at = machineMs();
      for (const socket of sockets) socket.write(frame);
      return at;
    },
  });
});
