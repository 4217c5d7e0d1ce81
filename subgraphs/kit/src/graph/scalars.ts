import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDecimal } from '../decimal/decimal';
import { isCalendarDay } from '../time/calendar-day';
import { isInstant } from '../time/instant';

function textScalar(
  name: string,
  isValid: (text: string) => boolean,
  expected: string,
): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`${name} takes ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => {
      if (typeof value === 'string') return value;
      throw new TypeError(`${name} must be text by the time it leaves a resolver`);
    },
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

/** The scalars of shared.graphql. All are text inside, as they are outside: nothing is rounded or shifted on the way. */
export const SCALARS = {
  DateTime: textScalar('DateTime', isInstant, 'an RFC 3339 instant with its offset, such as 2026-03-14T09:30:00+01:00'),
  Date: textScalar('Date', isCalendarDay, 'a calendar date, such as 2026-03-14'),
  Decimal: textScalar('Decimal', isDecimal, 'an exact decimal number in quotes, such as "12.500"'),
  Cursor: textScalar('Cursor', (text) => text.length > 0 && text.length < 10_000, 'a cursor of an earlier answer'),
};
