import { presentResults } from '@sightline/kit/door/present-results';
import { postGoodsReceipts } from '../app/post-goods-receipts';
import { recordStockMovements } from '../app/record-stock-movements';
import { registerItems } from '../app/register-items';
import { registerPlants } from '../app/register-plants';
import type { Context } from '../context';
import type {
  MutationPostGoodsReceiptsArgs,
  MutationRecordStockMovementsArgs,
  MutationRegisterItemsArgs,
  MutationRegisterPlantsArgs,
} from './__generated__/schema';
import { refusalInWords } from './refusal-in-words';

const nowOf = (context: Context): string => context.services.clock.now().toISOString();

export const mutation = {
  async postGoodsReceipts(_root: unknown, { inputs }: MutationPostGoodsReceiptsArgs, context: Context) {
    const now = nowOf(context);
    return presentResults(await context.command((manager) => postGoodsReceipts(manager, inputs, now)), refusalInWords);
  },

  async recordStockMovements(_root: unknown, { inputs }: MutationRecordStockMovementsArgs, context: Context) {
    const now = nowOf(context);
    return presentResults(
      await context.command((manager) => recordStockMovements(manager, inputs, now)),
      refusalInWords,
    );
  },

  async registerItems(_root: unknown, { inputs }: MutationRegisterItemsArgs, context: Context) {
    const now = nowOf(context);
    return presentResults(await context.command((manager) => registerItems(manager, inputs, now)), refusalInWords);
  },

  async registerPlants(_root: unknown, { inputs }: MutationRegisterPlantsArgs, context: Context) {
    const now = nowOf(context);
    return presentResults(await context.command((manager) => registerPlants(manager, inputs, now)), refusalInWords);
  },
};
