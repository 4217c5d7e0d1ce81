import { isEnumType, type GraphQLLeafType } from 'graphql';

const LARGEST_INT = 2_147_483_647;

/** Writes a leaf's value as its type does. */
export const compileLeaf =
  (type: GraphQLLeafType) =>
  (value: unknown): unknown => {
    const serialized: unknown = type.serialize(value);
    if (serialized == null)
      throw new Error(
        `Expected \`${type.name}.serialize(${String(value)})\` to return non-nullable value, returned: ${String(serialized)}`,
      );
    return serialized;
  };

/** Tells values that the type writes as they are; null: of this type nobody can tell without asking it. */
export function isWrittenAsItIs(type: GraphQLLeafType): ((value: unknown) => boolean) | null {
  if (!isEnumType(type)) return RIGHT[type.name] ?? null;
  const names = new Set<unknown>(type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])));
  return (value) => names.has(value);
}

const RIGHT: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INT,
};
