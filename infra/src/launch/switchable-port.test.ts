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
      async *subscribe() {
        yield { at: '2026-03-14T09:30:00Z', data: { here: true } };
      },
    });
    expect((await port.subscribe('{}', {}, nobody)[Symbol.asyncIterator]().next()).value).toMatchObject({
      data: { here: true },
    });
    expect(await ask()).toEqual({ status: 200, body: 'here' });
    connect(null);
    await expect(ask()).rejects.toThrow('quality is stopped');
  });
});
