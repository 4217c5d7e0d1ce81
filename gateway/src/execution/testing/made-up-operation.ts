import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Answers whole numbers from 0 up to, and without, `below`. */
export type Draw = (below: number) => number;

/** An operation made up of a schema: nested, with aliases, fragments, arguments, and parts that a variable switches. */
export interface MadeUpOperation {
  query: string;
  variables: Record<string, unknown>;
}

export function madeUpOperation(schema: GraphQLSchema, kind: 'query' | 'mutation', draw: Draw): MadeUpOperation {
  const root = kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const writer = new Writer(schema, draw);
  const body = writer.selections(root, 0);
  const variables = { on: draw(2) === 0, off: draw(2) === 0, id: String(draw(5)) };
  return {
    query: `${kind} Made($on: Boolean!, $off: Boolean = true, $id: ID!) ${body}\n${writer.fragments.join('\n')}\n`,
    variables,
  };
}

class Writer {
  readonly fragments: string[] = [];
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
  ) {}

  selections(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    // Every variable is used at least once.
    if (depth === 0) parts.push('a: __typename @include(if: $on) b: __typename @skip(if: $off)');
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const count = 1 + this.draw(4);
    for (let i = 0; i < count; i += 1) {
      const dice = this.draw(10);
      if (dice === 0 || fields.length === 0) parts.push(`__typename`);
      if (dice >= 1 && dice <= 2 && depth < 4) parts.push(this.fragment(type, depth));
      else if (fields.length > 0) parts.push(this.field(fields[this.draw(fields.length)]!, depth));
    }
    // What an answer's object is has to stand in it, so that the test can ask graphql-js about it again.
    if (isAbstractType(type)) parts.push('__typename');
    if (isUnionType(type) && depth < 5) parts.push(this.fragment(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isCompositeType(type) && depth >= 4) return '__typename';
    const switches = ['', '', '', '', ' @include(if: $on)', ' @skip(if: $off)', ' @include(if: true)'];
    const args =
      field.name === 'products' && field.args.length > 0
        ? ['', '(first: 2)'][this.draw(2)]!
        : field.args.some(({ name }) => name === 'id')
          ? ['(id: "1")', '(id: $id)'][this.draw(2)]!
          : '';
    // An alias says all that makes the field what it is, so equal names always mean equal fields.
    const alias = args !== '' || this.draw(5) === 0 ? `${field.name}_${args.replace(/[^a-z0-9]/gi, '')}: ` : '';
    const below = isCompositeType(type) ? ` ${this.selections(type, depth + 1)}` : '';
    if (isEnumType(type) && below !== '') throw new Error('an enum has no fields');
    return `${alias}${field.name}${args}${switches[this.draw(switches.length)]}${below}`;
  }

  private fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? [...this.schema.getPossibleTypes(type)] : [type];
    const target = possible[this.draw(possible.length)]!;
    const body = this.selections(target, depth + 1);
    if (this.draw(2) === 0) return `... on ${target.name} ${body}`;
    this.names += 1;
    this.fragments.push(`fragment F${this.names} on ${target.name} ${body}`);
    return `...F${this.names}`;
  }
}
