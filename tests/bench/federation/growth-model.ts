import { SUBGRAPH_NAMES, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { BenchModel } from './bench-model';

const HEAD = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @access(any: [String!]!) on FIELD_DEFINITION | OBJECT
`;
const ACCESS = '@access(any: ["authenticated"])';
const [ROOT, ...OWNERS] = SUBGRAPH_NAMES;

/** Rows with as many entities of different types, each type fetched by a call of its own from one of four subgraphs. */
export class GrowthModel implements BenchModel {
  readonly monolith = null;
  readonly variables: BenchModel['variables'];
  readonly operation: string;

  constructor(
    readonly name: string,
    private readonly types: number,
    rows: number,
  ) {
    this.variables = Array.from({ length: 20 }, (_, from) => ({ from, rows }));
    const fields = this.all((type) => `t${type} { id text number }`);
    this.operation = `query Growth($from: Int!, $rows: Int!) { rows(from: $from, rows: $rows) { id ${fields} } }`;
  }

  sdl = (name: SubgraphName): string => {
    if (name === ROOT)
      return `${HEAD}
        type Query ${ACCESS} { rows(from: Int!, rows: Int!): [Row!] }
        type Row ${ACCESS} { id: ID! ${this.all((type) => `t${type}: T${type}`)} }
        ${this.all((type) => `type T${type} @key(fields: "id", resolvable: false) ${ACCESS} { id: ID! }`)}`;
    const types = this.owned(name).map(
      (type) => `type T${type} @key(fields: "id") ${ACCESS} { id: ID! text: String number: Int }`,
    );
    return `${HEAD} type Query ${ACCESS} { ${name}Ready: Boolean } ${types.join('\n')}`;
  };

  resolvers = (name: SubgraphName): Record<string, Record<string, unknown>> => {
    if (name === ROOT)
      return { Query: { rows: (_root: unknown, asked: { from: number; rows: number }) => this.rows(asked) } };
    const entity = {
      __resolveReference: ({ id }: { id: string }) => ({ id, text: `Text of ${id}`, number: id.length }),
    };
    return Object.fromEntries(this.owned(name).map((type) => [`T${type}`, entity]));
  };

  private rows({ from, rows }: { from: number; rows: number }): object[] {
    return Array.from({ length: rows }, (_, index) => {
      const row: Record<string, unknown> = { id: `R${from + index}` };
      for (let type = 0; type < this.types; type += 1)
        row[`t${type}`] = { __typename: `T${type}`, id: `T${type}-${from + index}` };
      return row;
    });
  }

  private owned(name: SubgraphName): number[] {
    const number = OWNERS.findIndex((owner) => owner === name);
    return Array.from({ length: this.types }, (_, type) => type).filter((type) => type % OWNERS.length === number);
  }

  private all(text: (type: number) => string): string {
    return Array.from({ length: this.types }, (_, type) => text(type)).join('\n');
  }
}
