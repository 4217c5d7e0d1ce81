import { factsPayload } from '@sightline/kit/graph/facts-payload';
import { reportHeartbeats as report } from '../app/report-heartbeats';
import type { Context } from '../context';
import type { MutationReportHeartbeatsArgs } from './__generated__/schema';
import { presentHeard } from './present-refusal';

export async function reportHeartbeats(_root: unknown, { inputs }: MutationReportHeartbeatsArgs, context: Context) {
  const now = context.services.clock.now().toISOString();
  const heard = await context.command((manager) => report(manager, inputs, now));
  return factsPayload(heard.map((one, index) => presentHeard(inputs[index]!, one)));
}
