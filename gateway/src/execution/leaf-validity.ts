import { isEnumType, isScalarType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';

const WHOLE_NUMBER = /^-?(?:0|[1-9][0-9]*)$/;

/** A number that is written without a fraction or an exponent. */
const isWhole = (value: unknown): boolean =>
  Number.isSafeInteger(value) || (typeof value === 'number' && WHOLE_NUMBER.test(String(value)));

/** Whether a leaf's JSON value is one of its type; the values of custom scalars are their subgraph's affair. */
export function validityOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map(({ name }) => name));
    return (value) => typeof value === 'string' && names.has(value);
  }
  if (!isScalarType(type) || !isSpecifiedScalarType(type)) return () => true;
  switch (type.name) {
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'Int':
      return isWhole;
    case 'Float':
      return (value) => typeof value === 'number' && Number.isFinite(value);
    case 'ID':
      return (value) => typeof value === 'string' || isWhole(value);
    default:
      return (value) => typeof value === 'string';
  }
}
