import { rowOf, type Bench, type BenchRow } from '../bench';
import { median } from '../statistics';
import { Rig, type Variant } from './rig';

const ROUNDS = 3;
const RUN_MS = 700;
const CLIENTS = 8;
const VARIANTS: readonly Variant[] = ['stock', 'hive-rust', 'sightline-apart', 'sightline-together'];

/** An entity is about 60 bytes of the answer. */
const CASES = [
  { what: '5 types', types: 5, rows: 160 },
  { what: '20 types', types: 20, rows: 40 },
  { what: '60 types', types: 60, rows: 13 },
  { what: '5 KB', types: 5, rows: 16 },
  { what: '500 KB', types: 5, rows: 1_600 },
] as const;

/** How throughput falls with more calls in a plan, and with larger answers. */
export const growthBench: Bench = {
  about:
    'Throughput with 5, 20 and 60 entity types in the plan (50 KB answers), and with answers of 5, 50 and 500 KB (5 types).',
  async run(say) {
    const rows: BenchRow[] = [];
    for (const { what, types, rows: count } of CASES) {
      const rig = await Rig.start(`growth-${types}-${count}`);
      try {
        const measured = new Map<Variant, { perSecond: number[]; cpuMs: number[] }>();
        for (const variant of VARIANTS) {
          await rig.add(variant);
          await rig.warm(variant);
          measured.set(variant, { perSecond: [], cpuMs: [] });
        }
        for (let round = 0; round < ROUNDS; round += 1)
          for (const variant of VARIANTS) {
            const { perSecond, cpuMs } = await rig.measure(variant, CLIENTS, RUN_MS);
            measured.get(variant)!.perSecond.push(perSecond);
            measured.get(variant)!.cpuMs.push(cpuMs);
          }
        const stock = measured.get('stock')!.perSecond;
        for (const [variant, { perSecond, cpuMs }] of measured) {
          rows.push(rowOf(variant, `throughput, ${what}`, 'requests/s', perSecond));
          rows.push(rowOf(variant, `CPU a request, ${what}`, 'ms', cpuMs));
          const ratio = median(perSecond.map((value, round) => value / stock[round]!));
          say(`${what}: ${variant} ${ratio.toFixed(1)} times stock`);
        }
      } finally {
        await rig.stop();
      }
    }
    return {
      rows,
      targets: [],
      notes: [
        `${ROUNDS} rounds of ${RUN_MS} ms, interleaved, ${CLIENTS} clients. Every type is fetched by a call of its own; four subgraphs in one process answer them. The row "5 types" is the one of 50 KB.`,
      ],
    };
  },
};
