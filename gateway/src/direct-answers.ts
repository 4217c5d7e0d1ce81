import type { GraphQLError, GraphQLSchema } from 'graphql';
import { answerExtensions } from './answer-extensions';
import { brokenErrors } from './broken-promises';
import type { CompiledOperation } from './execution/compile-operation';
import type { CompiledOperations } from './execution/compiled-operations';
import { variableErrors, variableTexts } from './execution/compiling-gateway';
import type { FetchCall, SendFetch } from './execution/run';
import type { AdmittedOperation } from './guards/guards';
import type { RequestContext } from './request-context';

/** An operation that needs nothing of Apollo Server: it only has to be run. */
export interface DirectOperation {
  run: CompiledOperation;
  admitted: AdmittedOperation;
}

export interface DirectAnswersOptions {
  operations: CompiledOperations;
  send: (call: FetchCall, context: RequestContext) => ReturnType<SendFetch>;
  onExecuted: () => void;
  /** What the caller is told of an error; the whole of it goes to the log. */
  present: (error: GraphQLError, requestId: string) => unknown;
}

/**
 * Answers the usual request, a valid query or mutation whose plan is compiled, without Apollo Server's pipeline around it,
 * which costs several times what the answer does. The answers are the same. Whatever is not usual is left to Apollo Server:
 * what is asked with wrong variables, subscriptions, and operations that our executor does not cover.
 */
export class DirectAnswers {
  private readonly schema: GraphQLSchema;

  constructor(private readonly options: DirectAnswersOptions) {
    this.schema = options.operations.planner.schemas.api;
  }

  /**
   * Plans the operation that is asked for, unless it was planned before.
   *
   * @returns null: Apollo Server has to answer
   */
  find(admitted: AdmittedOperation): DirectOperation | null {
    if (admitted.operation.operation === 'subscription') return null;
    const { operation, run } = this.options.operations.of(admitted);
    if (typeof run === 'string' || variableErrors(this.schema, operation, admitted.variables) !== null) return null;
    return { run, admitted };
  }

  /** @returns the answer as JSON text */
  async answer({ run, admitted }: DirectOperation, context: RequestContext): Promise<string> {
    const { onExecuted, present, send } = this.options;
    const { variables } = admitted;
    onExecuted();
    const { data, errors, broken } = await run({
      variables,
      variableText: variableTexts(variables, context.heldLists),
      send: (call) => send(call, context),
    });
    const told = errors.length > 0 ? errors.map((error) => present(error, context.requestId)) : brokenErrors(broken);
    const errorsText = told.length === 0 ? '' : `"errors":${JSON.stringify(told)},`;
    const extensions = answerExtensions(admitted, this.schema, context.requestId, data);
    return `{${errorsText}"data":${JSON.stringify(data)},"extensions":${JSON.stringify(extensions)}}`;
  }
}
