import { factsPayload } from '@sightline/kit/graph/facts-payload';
import type { Taken } from '../app/admit-facts';
import { postGoodsReceipts } from '../app/post-goods-receipts';
import { registerPlants } from '../app/register-plants';
import type { Context } from '../context';
import type { MutationPostGoodsReceiptsArgs, MutationRegisterPlantsArgs } from './__generated__/schema';
import { presentTaken } from './present-refusal';

const answer = (inputs: readonly { source: { idempotencyKey: string } }[], taken: readonly Taken[]) =>
  factsPayload(taken.map((one, index) => presentTaken(inputs[index]!.source.idempotencyKey, one)));

export const mutation = {
  async postGoodsReceipts(_root: unknown, { inputs }: MutationPostGoodsReceiptsArgs, context: Context) {
    const now = context.services.clock.now().toISOString();
    return answer(inputs, await context.command((manager) => postGoodsReceipts(manager, inputs, now)));
  },

  async registerPlants(_root: unknown, { inputs }: MutationRegisterPlantsArgs, context: Context) {
    const now = context.services.clock.now().toISOString();
    return answer(inputs, await context.command((manager) => registerPlants(manager, inputs, now)));
  },
};
