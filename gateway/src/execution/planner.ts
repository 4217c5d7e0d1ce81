import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { ExecutionSchemas } from './compile-operation';

/**
 * Apollo's query planner over one supergraph. The packages that it comes from are pinned to the very version of
 * @apollo/gateway, whose own planner this is; a test sees to it.
 */
export class OperationPlanner {
  readonly schemas: ExecutionSchemas;
  /** The same as `schemas.api`, as Apollo's packages keep it. */
  readonly apiSchema: Schema;
  private readonly planner: QueryPlanner;

  /** @throws when the text is no supergraph */
  constructor(supergraphSdl: string) {
    const supergraph = Supergraph.build(supergraphSdl);
    this.apiSchema = supergraph.apiSchema();
    this.schemas = { api: this.apiSchema.toGraphQLJSSchema(), supergraph: supergraph.schema.toGraphQLJSSchema() };
    this.planner = new QueryPlanner(supergraph);
  }

  /** @param document  valid against the schema that clients see */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan {
    return this.planner.buildQueryPlan(operationFromDocument(this.apiSchema, document, { operationName }));
  }
}
