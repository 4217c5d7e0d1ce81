import { atLeast, atMost, rowOf, type Bench, type BenchRow, type BenchTarget } from '../bench';
import { median, percentile } from '../statistics';
import { FEDERATED_PEERS, Rig, VARIANTS, type Measured, type Variant } from './rig';

const ROUNDS = 5;
const RUN_MS = 1_000;
const CLIENTS = [1, 16] as const;

type Runs = ReadonlyMap<string, readonly Measured[]>;

/** One operation across five subgraphs, through every gateway and without one. */
export const gatewayBench: Bench = {
  about: 'One operation across five subgraphs (five calls in three rounds), through each gateway and without any.',
  async run(say) {
    const rig = await Rig.start('overview');
    try {
      const wanted = process.env['SIGHTLINE_BENCH_VARIANTS']?.split(',') ?? VARIANTS;
      const variants = VARIANTS.filter((variant) => wanted.includes(variant));
      for (const variant of variants) {
        await rig.add(variant);
        await rig.warm(variant);
      }
      const runs = new Map<string, Measured[]>();
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const clients of CLIENTS)
          for (const variant of variants) {
            const key = keyOf(variant, clients);
            runs.set(key, [...(runs.get(key) ?? []), await rig.measure(variant, clients, RUN_MS)]);
          }
        say(`round ${round} of ${ROUNDS}`);
      }
      const [least, most] = rig.answerBytes;
      return {
        rows: variants.flatMap((variant) => CLIENTS.flatMap((clients) => rowsOf(variant, clients, runs))),
        targets: variants.length === VARIANTS.length ? targetsOf(runs) : [],
        notes: [
          `Each request asks for another page; the answers have ${Math.round(least / 1_000)} to ${Math.round(most / 1_000)} KB and are the same bytes from every variant. ` +
            'Sightline runs as it is shipped: tokens of an OIDC issuer with one principal for each client, guards (with an allowance that is never used up), signed calls, masking. The peers run as their documentation sets them up, with nothing added. ' +
            'All processes run with NODE_ENV=production and the same flags of V8; the same subgraph process stands behind all gateways that stand apart.',
          `Each is asked for 8 s before anything is measured, with 8 clients, and 300 times at least. ${ROUNDS} rounds, ${RUN_MS} ms for each variant in each round, interleaved. The ratios below are medians of the rounds' ratios. The clients share the processors with what they measure, which lessens every ratio of throughput; ratios of CPU are free of that.`,
        ],
      };
    } finally {
      await rig.stop();
    }
  },
};

const keyOf = (variant: Variant, clients: number): string => `${variant} ${clients}`;

function rowsOf(variant: Variant, clients: number, runs: Runs): BenchRow[] {
  const measured = runs.get(keyOf(variant, clients))!;
  const of = (metric: string, unit: string, value: (one: Measured) => number): BenchRow =>
    rowOf(variant, `${metric}, ${clients === 1 ? '1 client' : `${clients} clients`}`, unit, measured.map(value));
  return [
    of('throughput', 'requests/s', (one) => one.perSecond),
    of('p50', 'ms', (one) => median(one.latencies)),
    of('p99', 'ms', (one) => percentile(one.latencies, 0.99)),
    of('CPU a request', 'ms', (one) => one.cpuMs),
    of('CPU of subgraphs a request', 'ms', (one) => one.subgraphsMs),
  ];
}

/** Median over the rounds of one variant's figure divided by another's, measured next to each other. */
function ratio(
  runs: Runs,
  clients: number,
  over: Variant,
  under: Variant,
  value: (one: Measured) => number = (one) => one.perSecond,
  underValue = value,
): number {
  const below = runs.get(keyOf(under, clients))!;
  return median(runs.get(keyOf(over, clients))!.map((one, round) => value(one) / underValue(below[round]!)));
}

function targetsOf(runs: Runs): BenchTarget[] {
  const overBestPeer = (clients: number): number =>
    Math.min(...FEDERATED_PEERS.map((peer) => ratio(runs, clients, 'sightline-apart', peer)));
  const p99 = (one: Measured): number => percentile(one.latencies, 0.99);
  const p50 = (one: Measured): number => median(one.latencies);
  return [
    atLeast('apart: throughput over stock, 16 clients', ratio(runs, 16, 'sightline-apart', 'stock'), 6),
    atLeast('apart: throughput over the best federated peer, 16 clients', overBestPeer(16), 2.5),
    atLeast('apart: throughput over the best federated peer, 1 client', overBestPeer(1), 3),
    atMost(
      'apart: CPU a request over stock, 16 clients',
      ratio(runs, 16, 'sightline-apart', 'stock', (one) => one.cpuMs),
      1 / 6,
    ),
    atLeast('together: throughput over stock, 16 clients', ratio(runs, 16, 'sightline-together', 'stock'), 11),
    atLeast(
      'together: throughput over the compiled monolith, 16 clients',
      ratio(runs, 16, 'sightline-together', 'monolith-jit'),
      0.4,
    ),
    atMost(
      "apart: p99 over the stock gateway's median, 16 clients",
      ratio(runs, 16, 'sightline-apart', 'stock', p99, p50),
      1,
    ),
  ];
}
