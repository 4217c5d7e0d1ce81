import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What a client sends is masked (RFC 6455, 5.3); a mask of zeros leaves the bytes as they are. */
function masked(opcode: number, payload: Buffer): Buffer {
  const long = payload.length > 125;
  const frame = Buffer.alloc(2 + (long ? 2 : 0) + 4 + payload.length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (long ? 126 : payload.length);
  if (long) frame.writeUInt16BE(payload.length, 2);
  payload.copy(frame, frame.length - payload.length);
  return frame;
}

const TEXT = 1;
const PING = 9;
const PONG = 10;

export interface Subscribing {
  port: number;
  token: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * A client of graphql-transport-ws that does as little as can be done, so that thousands of them leave a processor to the
 * server: it finds the frames in what comes and hands them on as bytes.
 */
export class SocketClient {
  private socket: Socket | null = null;
  private rest: Buffer | null = null;
  private isUpgraded = false;
  readonly id = randomBytes(16).toString('hex');

  /**
   * @param onNext  gets the whole frame of each event
   * @param onLost  told when the connection is gone, or its subscription over
   */
  constructor(
    private readonly onNext: (frame: Buffer) => void,
    private readonly onLost: (why: string) => void,
  ) {}

  /** Resolves when the server has taken the subscription's sign-in; rejects when it does not. */
  open({ port, token, query, variables }: Subscribing): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port, noDelay: true });
      this.socket = socket;
      this.rest = null;
      this.isUpgraded = false;
      const text = (message: object): void => void socket.write(masked(TEXT, Buffer.from(JSON.stringify(message))));
      socket.once('connect', () =>
        socket.write(
          `GET /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
            `sec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n` +
            'sec-websocket-protocol: graphql-transport-ws\r\n\r\n',
        ),
      );
      socket.on('data', (chunk) =>
        this.take(chunk, (frame) => {
          if (frame === null) return text({ type: 'connection_init', payload: { token } });
          if (frame.includes('"connection_ack"')) {
            text({ id: this.id, type: 'subscribe', payload: { query, variables } });
            return resolve();
          }
          if (frame.includes('"next"')) return this.onNext(frame);
          reject(new Error(frame.toString('latin1')));
          this.onLost(frame.toString('latin1'));
        }),
      );
      socket.once('error', reject);
      socket.once('close', () => {
        reject(new Error('closed'));
        this.onLost('closed');
      });
    });
  }

  /** Ends the connection without a word. */
  cut(): void {
    this.socket?.removeAllListeners('close');
    this.socket?.on('error', () => undefined);
    this.socket?.destroy();
  }

  /** @param onFrame  gets null once, when the connection has become a WebSocket */
  private take(chunk: Buffer, onFrame: (frame: Buffer | null) => void): void {
    let data = this.rest === null ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = null;
    if (!this.isUpgraded) {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) {
        this.rest = data;
        return;
      }
      this.isUpgraded = true;
      data = data.subarray(end + 4);
      onFrame(null);
    }
    let at = 0;
    while (data.length - at >= 2) {
      const short = data[at + 1]! & 0x7f;
      const header = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (data.length - at < header) break;
      const length =
        short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short;
      const end = at + header + length;
      if (data.length < end) break;
      const opcode = data[at]! & 0x0f;
      if (opcode === TEXT) onFrame(data.subarray(at, end));
      else if (opcode === PING) this.socket?.write(masked(PONG, data.subarray(at + header, end)));
      at = end;
    }
    if (at < data.length) this.rest = Buffer.from(data.subarray(at));
  }
}
