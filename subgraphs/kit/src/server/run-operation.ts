import { createHash } from 'node:crypto';
import { execute, GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { GraphQLRequestBody, GraphQLResponseBody } from '@sightline/contracts/subgraph-port';
import { presentError } from '../graph/present-errors';
import type { RequestContext } from './manifest';

const MOST_DOCUMENTS = 1_000;

/** Parses and validates each distinct operation once: the gateway sends few of them, many times. */
export class OperationRunner {
  private readonly documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

  constructor(private readonly schema: GraphQLSchema) {}

  async run(body: GraphQLRequestBody, context: RequestContext): Promise<GraphQLResponseBody> {
    const present = (error: GraphQLError): ReturnType<typeof presentError> =>
      presentError(error, context.call.requestId, context.services.log);
    const document = this.prepare(body.query);
    if (!('kind' in document)) return { errors: document.map(present) };
    const result = await execute({
      schema: this.schema,
      document,
      variableValues: body.variables ?? {},
      operationName: body.operationName ?? null,
      contextValue: context,
    });
    return {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors === undefined ? {} : { errors: result.errors.map(present) }),
    };
  }

  private prepare(query: string): DocumentNode | readonly GraphQLError[] {
    // Long texts are kept by their hash, so that the cache's size does not depend on what callers send.
    const key = query.length < 500 ? query : createHash('sha256').update(query).digest('base64');
    const known = this.documents.get(key);
    if (known !== undefined) return known;
    const prepared = this.parseAndValidate(query);
    if (this.documents.size >= MOST_DOCUMENTS) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(key, prepared);
    return prepared;
  }

  private parseAndValidate(query: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = parse(query);
      const errors = validate(this.schema, document);
      return errors.length > 0 ? errors : document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }
}
