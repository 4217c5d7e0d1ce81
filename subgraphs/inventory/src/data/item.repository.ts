import type { EntityManager } from 'typeorm';
import type { LogEntry } from '@sightline/contracts/events/envelope';
import type { ItemRegisteredPayload } from '@sightline/contracts/events/item-registered.v1';
import { unitsOfItems } from './stock-facts.repository';

/**
 * Writes items as registered last.
 *
 * @param registrations  in order of the log
 * @returns items whose units became known by these, or other ones
 */
export async function writeItems(
  manager: EntityManager,
  registrations: readonly LogEntry<string, ItemRegisteredPayload>[],
): Promise<string[]> {
  if (registrations.length === 0) return [];
  const latest = new Map<string, LogEntry<string, ItemRegisteredPayload>>();
  for (const entry of registrations) {
    const { itemId } = entry.payload;
    if (entry.pos >= (latest.get(itemId)?.pos ?? 0)) latest.set(itemId, entry);
  }
  const before = await unitsOfItems(manager, [...latest.keys()]);
  const written: { id: string }[] = await manager.query(
    `INSERT INTO item AS i (id, sku, name, unit_of_measure, product_group, conversions, external_ids, registered_at)
     SELECT id, sku, name, unit_of_measure, product_group, conversions, external_ids, registered_at
     FROM json_to_recordset($1) AS r(id text, sku text, name text, unit_of_measure text, product_group text,
       conversions json, external_ids json, registered_at bigint)
     ORDER BY id
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit_of_measure = excluded.unit_of_measure,
       product_group = excluded.product_group, conversions = excluded.conversions, external_ids = excluded.external_ids,
       registered_at = excluded.registered_at
       WHERE i.registered_at IS NULL OR excluded.registered_at > i.registered_at
     RETURNING id`,
    [
      JSON.stringify(
        [...latest.values()].map(({ pos, payload }) => ({
          id: payload.itemId,
          sku: payload.sku,
          name: payload.name,
          unit_of_measure: payload.unitOfMeasure,
          product_group: payload.productGroup,
          conversions: payload.conversions,
          external_ids: payload.externalIds,
          registered_at: pos,
        })),
      ),
    ],
  );
  return written.flatMap(({ id }) => {
    const known = before.get(id);
    const { unitOfMeasure, conversions } = latest.get(id)!.payload;
    const same = known?.unitOfMeasure === unitOfMeasure && asText(known.conversions) === asText(conversions);
    return same ? [] : [id];
  });
}

const asText = (conversions: ItemRegisteredPayload['conversions']): string =>
  JSON.stringify(conversions.map(({ unitOfMeasure, factor }) => [unitOfMeasure, factor]));
