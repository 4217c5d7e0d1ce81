/** What the stream benches ask: one stream of one subgraph, whose rows three others complete in two rounds. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export const SDL: Readonly<Record<SubgraphName, string>> = {
  suppliers: `${FEDERATION} scalar Cursor
    type Query { suppliersReady: Boolean }
    type Subscription { lineChanged(after: Cursor): LineChange }
    type LineChange { cursor: Cursor! previousCursor: Cursor kind: String! caughtUpTo: String emittedAt: String line: Line }
    type Line { id: ID! number: Int status: String quantity: Float unit: String item: Item }
    type Item @key(fields: "id") { id: ID! }`,
  inventory: `${FEDERATION} type Query { inventoryReady: Boolean }
    type Item @key(fields: "id") { id: ID! name: String onHand: Float }`,
  production: `${FEDERATION} type Query { productionReady: Boolean }
    type Item @key(fields: "id") { id: ID! nextOrder: WorkOrder }
    type WorkOrder @key(fields: "number") { number: ID! startsOn: String }`,
  quality: 'type Query { qualityReady: Boolean }',
  operations: `${FEDERATION} type Query { operationsReady: Boolean }
    type WorkOrder @key(fields: "number") { number: ID! delayMinutes: Int }`,
};

const CHANGE = 'cursor previousCursor kind caughtUpTo emittedAt line { id number status quantity unit';

/** Told by the stream's own subgraph. */
export const PLAIN = `subscription ($after: Cursor) { lineChanged(after: $after) { ${CHANGE} } } }`;
/** Three entity fetches for each event: inventory and production, then operations. */
export const ACROSS = `subscription ($after: Cursor) { lineChanged(after: $after) { ${CHANGE}
  item { id name onHand nextOrder { number startsOn delayMinutes } } } } }`;

export function supergraph(): string {
  const services = SUBGRAPH_NAMES.map((name) => ({ name, url: `http://${name}`, typeDefs: parse(SDL[name]) }));
  const composed = composeServices(services);
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.join('\n'));
  return composed.supergraphSdl;
}

export interface Change {
  cursor: string;
  previousCursor: string | null;
  kind: string;
  caughtUpTo: string | null;
  emittedAt: string;
  line: object | null;
}

/** The change at a place of the log, as the one who had `previousCursor` is told it. */
export const changeAt = (place: number, kind: string, previousCursor: string | null): Change => ({
  cursor: `c${place}`,
  previousCursor,
  kind,
  caughtUpTo: kind === 'UPDATED' ? null : '2026-03-14T09:30:07.123Z',
  emittedAt: '2026-03-14T09:30:07.123Z',
  line:
    kind === 'UPDATED'
      ? { id: `line-${place}`, number: place, status: 'CONFIRMED', quantity: 120, unit: 'EA', item: { id: 'item-7' } }
      : null,
});
