/**
 * What the gateway benches ask: five subgraphs with data in memory. Their SDL is written once and given to each peer in
 * the form that it reads: Federation 2, Federation 1 for mercurius, and one plain schema for servers that federate nothing.
 */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';

const FEDERATION_2 = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @access(any: [String!]!) on FIELD_DEFINITION | OBJECT
`;

/** A type as one subgraph has it. */
interface TypePart {
  type: string;
  /** The field by which other subgraphs name it; null: a value that only this subgraph knows. */
  key: string | null;
  /** True in the subgraph that Federation 1 takes for the type's owner. */
  owned: boolean;
  fields: readonly string[];
}

const owned = (type: string, key: string | null, ...fields: string[]): TypePart => ({ type, key, owned: true, fields });
const extended = (type: string, key: string, ...fields: string[]): TypePart => ({ type, key, owned: false, fields });

const ROOT = 'suppliers(first: Int!, offset: Int!): [Supplier!]';

const PARTS: Readonly<Record<SubgraphName, readonly TypePart[]>> = {
  suppliers: [
    owned('Supplier', 'id', 'name: String', 'country: String', 'tier: Int', 'lines: [Line!]'),
    owned('Line', 'id', 'number: Int', 'dueOn: String', 'quantity: Float', 'unit: String', 'item: Item'),
    extended('Item', 'id'),
  ],
  inventory: [
    owned('Item', 'id', 'name: String', 'onHand: Float', 'reserved: Float', 'lots: [Lot!]'),
    owned('Lot', null, 'number: String', 'amount: Float', 'expiresOn: String'),
  ],
  production: [
    extended('Item', 'id', 'nextOrder: WorkOrder'),
    owned('WorkOrder', 'number', 'startsOn: String', 'planned: Float', 'status: String'),
  ],
  quality: [extended('Item', 'id', 'defectRate: Float', 'inspected: Int', 'lastDecision: String')],
  operations: [
    extended('WorkOrder', 'number', 'delayMinutes: Int', 'alerts: [Alert!]'),
    owned('Alert', null, 'code: String', 'severity: String', 'since: String'),
  ],
};

/** One operation that crosses all five: 18 suppliers, 90 lines, 45 items and as many work orders, in three rounds. */
export const OPERATION = `query Overview($first: Int!, $offset: Int!) {
  suppliers(first: $first, offset: $offset) {
    id
    name
    country
    tier
    lines {
      id
      number
      dueOn
      quantity
      unit
      item {
        id
        name
        onHand
        reserved
        lots { number amount expiresOn }
        defectRate
        inspected
        lastDecision
        nextOrder { number startsOn planned status delayMinutes alerts { code severity since } }
      }
    }
  }
}`;

const withKey = ({ key, fields }: TypePart): readonly string[] => (key === null ? fields : [`${key}: ID!`, ...fields]);
const rootOf = (name: SubgraphName): string =>
  name === 'suppliers' ? `type Query @ACCESS { ${ROOT} }` : `type Query @ACCESS { ${name}Ready: Boolean }`;

export function federation2(name: SubgraphName): string {
  const types = PARTS[name].map((part) => {
    const reference = part.fields.length === 0 ? ', resolvable: false' : '';
    const key = part.key === null ? '' : `@key(fields: "${part.key}"${reference}) `;
    return `type ${part.type} ${key}@ACCESS { ${withKey(part).join('\n')} }`;
  });
  return [FEDERATION_2, rootOf(name), ...types].join('\n').replaceAll('@ACCESS', '@access(any: ["authenticated"])');
}

export function federation1(name: SubgraphName): string {
  const types = PARTS[name].map((part) => {
    const key = part.key === null ? '' : `@key(fields: "${part.key}") `;
    if (part.owned) return `type ${part.type} ${key}{ ${withKey(part).join('\n')} }`;
    return `extend type ${part.type} ${key}{ ${[`${part.key}: ID! @external`, ...part.fields].join('\n')} }`;
  });
  return [`extend ${rootOf(name)}`, ...types].join('\n').replaceAll('@ACCESS', '');
}

/** All of it as one schema without federation. */
export function monolith(): string {
  const fields = new Map<string, Set<string>>();
  for (const part of Object.values(PARTS).flat())
    for (const field of withKey(part)) fields.set(part.type, (fields.get(part.type) ?? new Set()).add(field));
  const types = [...fields].map(([type, all]) => `type ${type} { ${[...all].join('\n')} }`);
  return [`type Query { ${ROOT} }`, ...types].join('\n');
}

/** @throws when the subgraphs do not compose */
export function supergraph(urls: Readonly<Record<SubgraphName, string>>, sdl = federation2): string {
  const services = SUBGRAPH_NAMES.map((name) => ({
    name,
    url: `${urls[name]}/graphql`,
    typeDefs: parse(sdl(name)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}
