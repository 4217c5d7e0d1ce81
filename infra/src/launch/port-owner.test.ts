import net from 'node:net';
import { explainPort } from './port-owner';

describe('a port that is taken', () => {
  it('is named together with the process that holds it and a way out', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const who = process.platform === 'linux' ? `process ${process.pid} \\(\\S+\\)` : 'another program';
    expect(await explainPort('127.0.0.1', port)).toMatch(
      new RegExp(
        `^Port ${port} on 127.0.0.1 is taken by ${who}\\. Stop it, or choose another port: SIGHTLINE_PORT=${port + 1} npm start$`,
      ),
    );
    await new Promise((resolve) => server.close(resolve));
    expect(await explainPort('127.0.0.1', port)).toBeNull();
  });

  it('may also be one that this machine does not have', async () => {
    expect(await explainPort('203.0.113.7', 4000)).toMatch(/^Nothing can listen on 203\.0\.113\.7, port 4000/);
  });
});
