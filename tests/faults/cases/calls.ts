import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../bench/statistics';
import { hold, type Fault } from '../fault';
import { PartitionedPlatform, type PartAnswer } from '../partition';

const FAILURES_THAT_OPEN = 5;
/** Beside the second in which a dead subgraph is told from a slow one: a busy machine. */
const WITHIN_MS = 1_500;

async function withPlatform(run: (platform: PartitionedPlatform) => Promise<string>): Promise<string> {
  const platform = await PartitionedPlatform.start();
  try {
    await platform.ask();
    return await run(platform);
  } finally {
    await platform.stop();
  }
}

/** All that suppliers, inventory and production know is there; of quality's fields none, and quality is named. */
function holdPartial({ status, suppliers, errors }: PartAnswer): void {
  hold(status === 200, `status ${status}`);
  const items = suppliers?.flatMap(({ lines }) => lines ?? []).map(({ item }) => item) ?? [];
  hold(items.length > 0, 'the lines are not there');
  for (const item of items) {
    hold(item !== null && item['name'] !== null && item['nextOrder'] !== null, 'another part is missing too');
    hold(item['defectRate'] === null && item['inspected'] === null, 'quality has answered');
  }
  hold(errors.length > 0, 'no error tells what is missing');
  for (const { extensions, message } of errors) {
    hold(extensions['service'] === 'quality', `an error names ${String(extensions['service'])}`);
    hold(!/127\.0\.0\.1|ECONN/.test(message), `an error shows the address: ${message}`);
  }
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** Faults on the way between the gateway and one subgraph. */
export const calls: readonly Fault[] = [
  {
    id: 'F17',
    fault: 'partition between the gateway and one subgraph: packets are swallowed',
    wanted: 'partial data with the subgraph named, within about a second',
    run: () =>
      withPlatform(async (platform) => {
        await platform.networks.quality.become('black hole');
        const answer = await platform.ask();
        holdPartial(answer);
        hold(answer.ms < WITHIN_MS, `took ${ms(answer.ms)}`);
        return `partial data after ${ms(answer.ms)}, ${String(answer.errors[0]!.extensions['code'])} of quality`;
      }),
  },
  {
    id: 'F17b',
    fault: 'one subgraph refuses connections',
    wanted: 'partial data at once; a read is tried a second time',
    run: () =>
      withPlatform(async (platform) => {
        await platform.networks.quality.become('refusing');
        const answer = await platform.ask();
        holdPartial(answer);
        const retries = await platform.metric('sightline_gateway_subgraph_retries_total', 'quality');
        hold(retries === 1, `${retries} retries`);
        return `partial data after ${ms(answer.ms)}, one retry`;
      }),
  },
  {
    id: 'F18',
    fault: 'a subgraph hangs',
    wanted: 'the circuit opens after 5 failures, answers then come at once, and one try closes it again',
    run: () =>
      withPlatform(async (platform) => {
        await platform.networks.quality.become('black hole');
        const slow: number[] = [];
        for (let failure = 0; failure < FAILURES_THAT_OPEN; failure += 1) slow.push((await platform.ask()).ms);
        hold(
          (await platform.metric('sightline_gateway_subgraph_circuit_open', 'quality')) === 1,
          'the circuit is closed',
        );
        const spared = await platform.ask();
        holdPartial(spared);
        const refused = await platform.metric('sightline_gateway_subgraph_calls_total', 'quality', 'CIRCUIT_OPEN');
        hold(refused >= 1, 'the call was sent all the same');
        await platform.networks.quality.become('open');
        const began = performance.now();
        for (let answer = await platform.ask(); answer.errors.length > 0; answer = await platform.ask()) {
          hold(performance.now() - began < 15_000, 'the subgraph is still spared after 15 s');
          await sleep(50);
        }
        return `${FAILURES_THAT_OPEN} answers after ${ms(Math.min(...slow))} to ${ms(Math.max(...slow))}, the next after ${ms(spared.ms)}; whole again ${ms(performance.now() - began)} after the network was`;
      }),
  },
  {
    id: 'F19',
    fault: 'a field of a subgraph that is down',
    wanted: 'nothing else becomes null (the schema rule that makes it so is part of `npm run check`)',
    run: () =>
      withPlatform(async (platform) => {
        const whole = await platform.ask();
        await platform.networks.operations.become('refusing');
        const { suppliers } = await platform.ask();
        const without = (answer: unknown): string =>
          JSON.stringify(answer, (key, value: unknown) => (key === 'delayMinutes' || key === 'alerts' ? null : value));
        hold(without(suppliers) === without(whole.suppliers), 'something else has changed');
        return 'only the fields of operations are null';
      }),
  },
  {
    id: 'F20',
    fault: 'one subgraph hangs while it is asked by everyone',
    wanted: 'questions to others take at most 1.5 times as long (p99)',
    run: () =>
      withPlatform(async (platform) => {
        const others = async (): Promise<number[]> => {
          const took: number[] = [];
          for (let time = 0; time < 300; time += 1)
            took.push((await platform.ask('{ suppliers(first: 5, offset: 3) { id name } }')).ms);
          return took;
        };
        await others();
        const before = percentile(await others(), 0.99);
        await platform.networks.quality.become('black hole');
        let isOver = false;
        const crowd = Array.from({ length: 50 }, async () => {
          while (!isOver) {
            await platform.ask('{ suppliers(first: 1, offset: 3) { lines { item { defectRate } } } }');
            // They are many, and yet no load of their own on the others.
            await sleep(1_000);
          }
        });
        // Until the first of the crowd have failed, they are still waiting.
        await sleep(1_500);
        const during = percentile(await others(), 0.99);
        isOver = true;
        await Promise.all(crowd);
        const ratio = during / before;
        hold(ratio <= 1.5 || during - before < 10, `p99 ${ms(before)} before, ${ms(during)} during`);
        return `p99 ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms during (${ratio.toFixed(2)} times)`;
      }),
  },
];
