import { sizeFor } from './cluster';

const GB = 1024 ** 3;

describe('the memory of the database', () => {
  it('is a sixteenth of the machine, neither starved nor taking it over', () => {
    expect(sizeFor(8 * GB, 0)).toEqual({ sharedBuffersMb: 512 });
    expect(sizeFor(1 * GB, 0)).toEqual({ sharedBuffersMb: 128 });
    expect(sizeFor(64 * GB, 0)).toEqual({ sharedBuffersMb: 1_024 });
  });

  it('is that of the container where there is a limit, and not of the machine around it', () => {
    expect(sizeFor(64 * GB, 4 * GB)).toEqual({ sharedBuffersMb: 256 });
    // Without a limit some systems tell a number beyond all memory.
    expect(sizeFor(8 * GB, 2 ** 62)).toEqual({ sharedBuffersMb: 512 });
  });
});
