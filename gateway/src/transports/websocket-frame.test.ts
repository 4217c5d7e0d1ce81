import { PassThrough, Writable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { SharedMessage } from './websocket-frame';

/** A connection whose system takes nothing until it is told to. */
function slowWire(): { wire: Duplex; take: () => void; taken: Buffer[] } {
  const taken: Buffer[] = [];
  const waiting: (() => void)[] = [];
  const wire = new Writable({
    write: (chunk: Buffer, _encoding, done) =>
      void waiting.push(() => {
        taken.push(Buffer.from(chunk));
        done();
      }),
  });
  const take = (): void => {
    while (waiting.length > 0) waiting.shift()!();
  };
  return { wire: wire as unknown as Duplex, take, taken };
}

/** The text of the one frame in some bytes. */
function textOf(frame: Buffer): string {
  const short = frame[1]!;
  const at = short < 126 ? 2 : short === 126 ? 4 : 10;
  const length = short < 126 ? short : short === 126 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
  expect(frame[0]).toBe(0x81);
  expect(frame.length).toBe(at + length);
  return frame.toString('utf8', at);
}

const SIZES = [5, 110, 125, 126, 4_000, 16 * 1024, 16 * 1024 + 1, 70_000];

describe('a message that many sockets get', () => {
  it.each(SIZES)('comes to each behind its own head, with a tail of %d bytes', (size) => {
    const message = new SharedMessage(Buffer.alloc(size, 'x'));
    for (const head of ['one:', 'two:', 'longer:', 'two:']) {
      const wire = new PassThrough();
      message.writeTo(wire, Buffer.from(head));
      expect(textOf(wire.read() as Buffer)).toBe(head + 'x'.repeat(size));
    }
  });

  it('stays what it was for a socket that takes it later than the next one', () => {
    const message = new SharedMessage(Buffer.from('tail'));
    const slow = slowWire();
    const slower = slowWire();
    message.writeTo(slow.wire, Buffer.from('one:'));
    message.writeTo(slower.wire, Buffer.from('two:'));
    message.writeTo(slowWire().wire, Buffer.from('six:'));
    slower.take();
    slow.take();
    expect(slow.taken.map(textOf)).toEqual(['one:tail']);
    expect(slower.taken.map(textOf)).toEqual(['two:tail']);
  });
});
