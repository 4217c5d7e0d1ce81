/** Sightline's gateway of the bench in a process of its own. Apart or together. */
import { readFileSync } from 'node:fs';
import { DEFAULT_ALLOWANCES } from '@sightline/gateway/guards/limits';
import { httpSubgraphPort } from '@sightline/kit/server/http-subgraph-port';
import { startBenchGateway } from './bench-gateway';
import type { BenchInputs } from './bench-inputs';
import { BENCH_KEYS } from './bench-keys';
import { benchPort } from './bench-ports';
import { modelNamed } from './models';
import { serveBench } from './served-process';

/** The clients ask as fast as they can; what they ask is judged and counted as ever, but never more than allowed. */
const UNLIMITED = { ...DEFAULT_ALLOWANCES.sources, capacity: 1e12, perSecond: 1e12 };

async function main(): Promise<void> {
  const [file = '', mode] = process.argv.slice(2);
  const { model, urls, ...inputs } = JSON.parse(readFileSync(file, 'utf8')) as BenchInputs;
  const gateway = await startBenchGateway({
    ...inputs,
    portOf: (name) =>
      mode === 'together' ? benchPort(modelNamed(model), name, BENCH_KEYS) : httpSubgraphPort(name, urls[name]),
    allowance: UNLIMITED,
  });
  serveBench(`${gateway.url}/graphql`);
}

void main();
