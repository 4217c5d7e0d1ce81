/** The five subgraphs of the bench in one process, served by the kit: what all gateways that stand apart call. */
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { serveSubgraph } from '@sightline/kit/server/serve-subgraph';
import { BENCH_KEYS } from './bench-keys';
import { modelNamed } from './models';
import { benchPort } from './bench-ports';
import { serveBench } from './served-process';

async function main(): Promise<void> {
  const model = modelNamed(process.argv[2] ?? '');
  const urls: Record<string, string> = {};
  for (const name of SUBGRAPH_NAMES) {
    const served = await serveSubgraph(
      { name, port: benchPort(model, name, BENCH_KEYS), ready: async () => true },
      { host: '127.0.0.1', port: 0 },
    );
    urls[name] = served.url;
  }
  serveBench(urls);
}

void main();
