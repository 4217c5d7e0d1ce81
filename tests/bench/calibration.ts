import { createServer, get } from 'node:http';
import { cpus, totalmem } from 'node:os';
import { Client } from 'pg';
import { rowOf, type BenchRow } from './bench';

const ROUNDS = 5;
const REQUESTS = 200;

export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  node: string;
}

export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

/** What an empty request over loopback costs here and now: absolute figures are to be read beside it. */
export async function rawRequests(): Promise<BenchRow> {
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const once = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port: address.port }, (response) => response.resume().once('end', resolve)).once(
        'error',
        reject,
      );
    });
  try {
    return rowOf('calibration', 'raw loopback request', 'ms', await perCall(once));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** What the smallest question to the database costs. */
export async function smallestQuery(url: string): Promise<BenchRow> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const once = (): Promise<unknown> => client.query('SELECT 1');
    return rowOf('calibration', 'SELECT 1', 'ms', await perCall(once));
  } finally {
    await client.end();
  }
}

async function perCall(once: () => Promise<unknown>): Promise<number[]> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    for (let request = 0; request < REQUESTS; request += 1) await once();
    rounds.push((performance.now() - began) / REQUESTS);
  }
  return rounds;
}
