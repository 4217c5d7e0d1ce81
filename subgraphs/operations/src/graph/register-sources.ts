import { factsPayload } from '@sightline/kit/graph/facts-payload';
import { registerSources as register } from '../app/register-sources';
import type { Context } from '../context';
import type { MutationRegisterSourcesArgs } from './__generated__/schema';
import { presentRegistered } from './present-refusal';

export async function registerSources(_root: unknown, { inputs }: MutationRegisterSourcesArgs, context: Context) {
  const now = context.services.clock.now().toISOString();
  const registered = await context.command((manager) => register(manager, inputs, now));
  return factsPayload(registered.map((one, index) => presentRegistered(inputs[index]!.id, one)));
}
