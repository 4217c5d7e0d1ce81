import type { ExternalKey } from '@sightline/contracts/identities';
import type { Context } from '../context';
import { workOrderIdByKey, workOrdersByNumber } from '../data/work-orders.query';
import type { WorkOrder } from '../domain/work-order';
import { QuestionRefused } from '@sightline/kit/figures/question';

/** How one order can be named; the arguments of the schema's workOrder. */
export interface WorkOrderName {
  id?: string | null;
  number?: string | null;
  plantId?: string | null;
  externalId?: ExternalKey | null;
}

/**
 * The order that is named, or null.
 *
 * @throws QuestionRefused unless exactly one name is given; NUMBER_AMBIGUOUS when several orders have the number
 */
export async function findWorkOrder(context: Context, name: WorkOrderName): Promise<WorkOrder | null> {
  const { id, number, plantId, externalId } = name;
  if ([id, number, externalId].filter((one) => one != null).length !== 1)
    throw new QuestionRefused('Give exactly one of id, number and externalId.', { reason: 'NAME_AMBIGUOUS' });
  if (id != null) return context.loaders.workOrder.load(id);
  if (externalId != null) {
    const found = await context.read((manager) => workOrderIdByKey(manager, externalId));
    return found === null ? null : context.loaders.workOrder.load(found);
  }
  const orders = await context.read((manager) => workOrdersByNumber(manager, number ?? '', plantId ?? null));
  if (orders.length > 1)
    throw new QuestionRefused(
      plantId == null
        ? 'Several plants have a work order with this number: name the plant.'
        : 'A real and a simulated work order of this plant have this number: name it by id.',
      { reason: 'NUMBER_AMBIGUOUS', plantIds: [...new Set(orders.map((order) => order.terms.plantId))] },
    );
  return orders[0] ?? null;
}
