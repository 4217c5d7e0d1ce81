/** The subgraphs of the stream benches in one process, served by the kit: what all gateways call. */
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { serveSubgraph } from '@sightline/kit/server/serve-subgraph';
import { answerCalls, machineMs } from './answer-calls';
import { BenchLog, StreamPort } from './stream-ports';

async function main(): Promise<void> {
  const log = new BenchLog();
  const urls: Record<string, string> = {};
  for (const name of SUBGRAPH_NAMES) {
    const subgraph = { name, port: new StreamPort(name, log), ready: async () => true } as unknown;
    const served = await serveSubgraph(subgraph as Parameters<typeof serveSubgraph>[0], { host: '127.0.0.1', port: 0 });
    urls[name] = served.url;
  }
  answerCalls({
    urls: () => urls,
    place: () => log.place,
    /** @returns when the event was there, by the clock of the machine */
    emit: () => {
      const at = machineMs();
      log.advance();
      return at;
    },
  });
}

void main();
