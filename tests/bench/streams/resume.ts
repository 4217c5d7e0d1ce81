import { atMost, rowOf, type Bench } from '../bench';
import { machineMs } from './answer-calls';
import { Stage } from './stage';
import { ACROSS } from './stream-schema';

const ROUNDS = 3;
const SUBSCRIBERS = 5_000;
const EVENT_EVERY_MS = 200;
const RESUMED_WITHIN_MS = 5_000;
/** After the last kill, so that what comes late would be counted. */
const AFTERWARDS_MS = 2_000;

/** The gateway killed without a word under thousands of subscribers, while events go on. */
export const resumeBench: Bench = {
  about:
    'The gateway killed and started again under 5,000 subscribers of one federated subscription, while events go on.',
  async run(say) {
    const stage = await Stage.open();
    let emitting: NodeJS.Timeout | undefined;
    try {
      let gateway = await stage.start('./sightline.process.ts', stage.gatewayInput());
      const port = await gateway.call<number>('port');
      const clients = await stage.start('./resuming-clients.process.ts');
      await clients.call('connect', stage.tokens(SUBSCRIBERS), { port, query: ACROSS });
      say(`${SUBSCRIBERS} subscribers listen`);
      emitting = setInterval(() => void stage.subgraphs.call('emit').catch(() => undefined), EVENT_EVERY_MS);
      await pause(1_000);
      const restarts: number[] = [];
      const p99s: number[] = [];
      const lasts: number[] = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        await clients.call('expectLoss');
        const resumed = clients.call<{ p99: number; last: number }>('resumed');
        const killedAt = machineMs();
        await gateway.kill();
        gateway = await stage.start('./sightline.process.ts', stage.gatewayInput(port));
        restarts.push(machineMs() - killedAt);
        const { p99, last } = await resumed;
        p99s.push(p99 - killedAt);
        lasts.push(last - killedAt);
        say(`round ${round} of ${ROUNDS}: all are back after ${Math.round(last - killedAt)} ms`);
        await pause(AFTERWARDS_MS);
      }
      const { gaps, repeats, heard } = await clients.call<{ gaps: number; repeats: number; heard: number }>('counts');
      const all = rowOf('sightline-apart', 'all have resumed', 'ms', lasts);
      return {
        rows: [
          rowOf('sightline-apart', 'the gateway is there again', 'ms', restarts),
          rowOf('sightline-apart', '99 of 100 have resumed', 'ms', p99s),
          all,
          rowOf('sightline-apart', 'messages heard', '', [heard]),
          rowOf('sightline-apart', 'gaps', '', [gaps]),
          rowOf('sightline-apart', 'repeats', '', [repeats]),
        ],
        targets: [
          atMost('gaps', gaps, 0),
          atMost('repeats', repeats, 0),
          atMost('all 5,000 resumed (the slowest of all kills), ms', all.max, RESUMED_WITHIN_MS),
        ],
        notes: [
          `${ROUNDS} kills; an event every ${EVENT_EVERY_MS} ms before, during and after. Times count from the kill, the start of the new process included. Each subscriber has a socket and a principal of its own, comes back after 0.05 to 0.15 s, then less and less often, and holds each message’s \`previousCursor\` against the cursor that it had.`,
        ],
      };
    } finally {
      clearInterval(emitting);
      await stage.close();
    }
  },
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
