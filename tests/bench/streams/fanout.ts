import { atMost, rowOf, type Bench, type BenchRow, type BenchTarget } from '../bench';
import { median } from '../statistics';
import { Audience, type Broadcast } from './audience';
import type { Memory } from './answer-calls';
import { Stage } from './stage';
import { ACROSS, PLAIN } from './stream-schema';

const ROUNDS = 5;
const EVENTS_A_ROUND = 8;
/** One of its events takes seconds. */
const ROUNDS_OF_PER_CLIENT = 3;
const EVENTS_OF_PER_CLIENT = 1;
const SMALL = 1_000;
const LARGE = 5_000;
const IDLE_SUBSCRIBERS = 5_000;

const METRICS = [
  ['p50', 'ms'],
  ['p99', 'ms'],
  ['last', 'ms'],
  ['cpuUs', 'µs'],
] as const;
const LABELS = { p50: 'median client', p99: 'p99 client', last: 'last client', cpuUs: 'CPU per message' } as const;

type Measured = Map<string, Broadcast[]>;

/** Rounds in which each variant takes its turn. */
async function interleaved(audiences: readonly Audience[], say: (line: string) => void): Promise<Measured> {
  const measured: Measured = new Map(audiences.map(({ name }) => [name, []]));
  for (const audience of audiences) if (!isSlow(audience)) await audience.broadcast();
  const rounds = audiences.some(isSlow) ? ROUNDS_OF_PER_CLIENT : ROUNDS;
  for (let round = 1; round <= rounds; round += 1) {
    for (const audience of audiences) {
      const events: Broadcast[] = [];
      const count = isSlow(audience) ? EVENTS_OF_PER_CLIENT : EVENTS_A_ROUND;
      for (let event = 0; event < count; event += 1) {
        events.push(await audience.broadcast());
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      measured.get(audience.name)!.push(middle(events));
    }
    say(`${audiences[0]!.size} subscribers: round ${round} of ${rounds}`);
  }
  return measured;
}

const isSlow = ({ name }: Audience): boolean => name.startsWith('stock');

const middle = (events: readonly Broadcast[]): Broadcast => ({
  p50: median(events.map(({ p50 }) => p50)),
  p99: median(events.map(({ p99 }) => p99)),
  last: median(events.map(({ last }) => last)),
  cpuUs: median(events.map(({ cpuUs }) => cpuUs)),
});

const rowsOf = (measured: Measured, size: number): BenchRow[] =>
  [...measured].flatMap(([variant, rounds]) =>
    METRICS.map(([key, unit]) =>
      rowOf(
        variant,
        `${LABELS[key]}, ${size}`,
        unit,
        rounds.map((round) => round[key]),
      ),
    ),
  );

/** The middle of the ratios of each round: what slows a machine slows both of them. */
function ratio(measured: Measured, one: string, other: string, key: keyof Broadcast): number {
  const [ones, others] = [measured.get(one)!, measured.get(other)!];
  return median(ones.slice(0, others.length).map((round, index) => round[key] / others[index]![key]));
}

const of = (measured: Measured, variant: string, key: keyof Broadcast): number =>
  median(measured.get(variant)!.map((round) => round[key]));

async function small(stage: Stage, say: (line: string) => void): Promise<{ rows: BenchRow[]; targets: BenchTarget[] }> {
  const { subgraphs } = stage;
  const sightline = await stage.start('./sightline.process.ts', stage.gatewayInput());
  const ours = await Audience.gather(stage, 'sightline-apart', SMALL, ACROSS, subgraphs, [sightline, subgraphs]);
  const plainGateway = await stage.start('./sightline.process.ts', stage.gatewayInput());
  const plain = await Audience.gather(stage, 'sightline-apart, one subgraph', SMALL, PLAIN, subgraphs, [
    plainGateway,
    subgraphs,
  ]);
  const library = await stage.start('./graphql-ws.process.ts');
  const usual = await Audience.gather(stage, 'graphql-ws', SMALL, PLAIN, library, [library]);
  const wire = await stage.start('./raw-broadcast.process.ts');
  const raw = await Audience.gather(stage, 'raw', SMALL, PLAIN, wire, [wire]);
  await plain.broadcast();
  await wire.call('prepare', await plain.frame());
  const measured = await interleaved([ours, plain, usual, raw], say);
  for (const audience of [ours, plain, usual, raw]) await audience.leave();

  const stock = await stage.start('./per-client.process.ts', stage.gatewayInput());
  const perClient = await Audience.gather(stage, 'stock, per client', SMALL, ACROSS, subgraphs, [stock, subgraphs]);
  const slow = await interleaved([perClient], say);
  await perClient.leave();
  await stock.kill();
  measured.set(perClient.name, slow.get(perClient.name)!);

  const targets = [
    atMost('1,000 subscribers, three entity fetches: last client, ms', of(measured, ours.name, 'last'), 50),
    atMost('… CPU per message, of per-client execution', ratio(measured, ours.name, perClient.name, 'cpuUs'), 0.01),
    atMost('one subgraph: last client, of a raw broadcast', ratio(measured, plain.name, raw.name, 'last'), 1.25),
    atMost('… CPU per message, of a raw broadcast', ratio(measured, plain.name, raw.name, 'cpuUs'), 1.25),
    atMost('… last client, of graphql-ws', ratio(measured, plain.name, usual.name, 'last'), 0.25),
    atMost('… CPU per message, of graphql-ws', ratio(measured, plain.name, usual.name, 'cpuUs'), 0.25),
  ];
  return { rows: rowsOf(measured, SMALL), targets };
}

async function large(stage: Stage, say: (line: string) => void): Promise<{ rows: BenchRow[]; targets: BenchTarget[] }> {
  const { subgraphs } = stage;
  const sightline = await stage.start('./sightline.process.ts', stage.gatewayInput());
  // What the first subscriber costs is no cost of each.
  const first = await Audience.gather(stage, 'first', 1, ACROSS, subgraphs, [sightline]);
  await first.broadcast();
  const before = await sightline.call<Memory>('memory');
  const ours = await Audience.gather(stage, 'sightline-apart', LARGE, ACROSS, subgraphs, [sightline, subgraphs]);
  const after = await sightline.call<Memory>('memory');
  const perIdle = (key: keyof Memory): number => (after[key] - before[key]) / IDLE_SUBSCRIBERS;
  // What V8 keeps ready for what is new is none of theirs: that they came in one moment has let it grow.
  const idleKb = perIdle('rssKb') - perIdle('youngKb');
  await first.leave();
  const wire = await stage.start('./raw-broadcast.process.ts');
  const raw = await Audience.gather(stage, 'raw', LARGE, PLAIN, wire, [wire]);
  await ours.broadcast();
  await wire.call('prepare', await ours.frame());
  const measured = await interleaved([ours, raw], say);
  for (const audience of [ours, raw]) await audience.leave();
  return {
    rows: [
      ...rowsOf(measured, LARGE),
      rowOf(ours.name, 'memory of an idle subscriber', 'KB', [idleKb]),
      rowOf(ours.name, '… of which heap', 'KB', [perIdle('heapKb')]),
      rowOf(ours.name, '… with the grown young generation, shared by all', 'KB', [perIdle('rssKb')]),
    ],
    targets: [
      atMost('5,000 subscribers, three entity fetches: p99, ms', of(measured, ours.name, 'p99'), 60),
      atMost('… p99, of a raw broadcast', ratio(measured, ours.name, raw.name, 'p99'), 1.5),
      atMost('memory of an idle subscriber, KB', idleKb, 20),
    ],
  };
}

/** One event to thousands of subscribers, each with a socket and a token of its own. */
export const fanoutBench: Bench = {
  about: 'One event to 1,000 and 5,000 subscribers of one federated subscription, until the last of them has it.',
  async run(say) {
    const stage = await Stage.open();
    try {
      const ofSmall = await small(stage, say);
      await stage.startAgain();
      const ofLarge = await large(stage, say);
      return {
        rows: [...ofSmall.rows, ...ofLarge.rows],
        targets: [...ofSmall.targets, ...ofLarge.targets],
        notes: NOTES,
      };
    } finally {
      await stage.close();
    }
  },
};

const NOTES = [
  '`sightline-apart` is the gateway as shipped (tokens, limits, signed calls, masking) in a process of its own, the subgraphs in another, over HTTP; each subscriber has a socket and a principal of its own. `stock, per client` completes each event for each client with Apollo’s executor; `graphql-ws` executes and serialises for each client, without federation; `raw` writes the very frame of Sightline’s to each socket and does nothing else. All clients are in a process of their own and only find the frames. Time counts from the event in the subgraph. CPU is that of the serving processes, subgraphs included. Memory is what the process holds, after a collection of garbage, without V8’s young generation: that grows to a size which a flag sets (here 64 MB for each of its halves), whatever the number of subscribers, and is empty then; the row with it is beside.',
];
