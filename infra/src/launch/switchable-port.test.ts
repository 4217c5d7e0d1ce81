import type { Call } from '@sightline/contracts/signed-call';
import { switchablePort } from './switchable-port';

describe('a port whose subgraph is stopped and started', () => {
  it('fails as a refused connection while nobody is behind it, and answers again afterwards', async () => {
    const { port, connect } = switchablePort('quality');
    const ask = (): Promise<{ status: number; body: unknown }> => port.send('progress', '{}', {});
    await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED', message: 'quality is stopped' });
    const nobody = new AbortController().signal;
    expect(() => port.subscribe('{}', {}, nobody)).toThrow('quality is stopped');
    connect({
      name: 'quality',
      send: async () => ({ status: 200, body: 'here' }),
      answer: async (body) => ({ data: { body } }),
      async *subscribe() {
        yield { at: '2026-03-14T09:30:00Z', data: { here: true } };
      },
    });
    expect((await port.subscribe('{}', {}, nobody)[Symbol.asyncIterator]().next()).value).toMatchObject({
      data: { here: true },
    });
    expect(await ask()).toEqual({ status: 200, body: 'here' });
    const call = {} as Call;
    expect(await port.answer('{}', call)).toEqual({ data: { body: '{}' } });
    connect(null);
    await expect(ask()).rejects.toThrow('quality is stopped');
    await expect(port.answer('{}', call)).rejects.toThrow('quality is stopped');
  });
});
