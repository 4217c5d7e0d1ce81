import { buildSchema, execute, parse, type GraphQLError } from 'graphql';
import { presentError } from './present-errors';

const schema = buildSchema('input Told { quantity: Int! } type Query { take(told: Told!): Int }');

async function errorOf(variables: Record<string, unknown>, take: () => number): Promise<GraphQLError> {
  const { errors } = await execute({
    schema,
    document: parse('query ($told: Told!) { take(told: $told) }'),
    variableValues: variables,
    rootValue: { take },
  });
  return errors![0]!;
}

describe('what a caller is told about an error', () => {
  const told: string[] = [];
  const present = (error: GraphQLError) => presentError(error, 'trace-1', (line) => told.push(line));

  it('says what is wrong with an input, to its field', async () => {
    const shown = present(await errorOf({ told: { quantity: 'many' } }, () => 1));
    expect(shown.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(shown.message).toContain('told.quantity');
    expect(told).toEqual([]);
  });

  it('says of a fault of ours only that it happened, and where it is to be found', async () => {
    const error = await errorOf({ told: { quantity: 1 } }, () => {
      throw new Error('password is hunter2');
    });
    expect(present(error)).toEqual({
      message: 'Something went wrong on our side.',
      path: ['take'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: 'trace-1' },
    });
    expect(told.join()).toContain('hunter2');
  });
});
