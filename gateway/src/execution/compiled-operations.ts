import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from '../fragments';
import { CompileContext, compileWhereCovered, type CompiledOperation } from './compile-operation';
import { KeptOperations } from './kept-operations';
import { OperationPlanner } from './planner';

/** Compiled operations that are kept; each is some tens of kilobytes. */
const MOST_OPERATIONS = 1_000;

/** An operation that is to be run. */
export interface OperationAsked {
  /** The document as it was sent: equal texts are planned once. */
  text: string;
  /** The same, parsed and valid against what clients see. */
  document: DocumentNode;
  /** The one of the document that is meant. */
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  /** True for operations that were released with a client of ours: they keep their place whatever others ask. */
  isTrusted: boolean;
}

/** An operation that has been planned. */
export interface PreparedOperation {
  operation: OperationDefinitionNode;
  /** A string: why it is not compiled. */
  run: CompiledOperation | string;
}

/** Plans and compiles each operation of a supergraph once, for everyone who runs it. */
export class CompiledOperations {
  private readonly operations = new KeptOperations<PreparedOperation>(MOST_OPERATIONS);
  readonly planner: OperationPlanner;
  readonly context: CompileContext;

  /**
   * @param onPlanned  told of every operation that was not kept
   * @throws when the text is no supergraph
   */
  constructor(
    supergraphSdl: string,
    private readonly onPlanned: (isTrusted: boolean) => void = () => undefined,
  ) {
    this.planner = new OperationPlanner(supergraphSdl);
    this.context = new CompileContext(this.planner.schemas);
  }

  /** @throws when the planner fails */
  of(asked: OperationAsked): PreparedOperation {
    const { text, operationName, isTrusted } = asked;
    return this.operations.of(text, operationName, isTrusted, () => {
      this.onPlanned(isTrusted);
      return this.prepare(asked);
    });
  }

  private prepare({ document, operation, operationName }: OperationAsked): PreparedOperation {
    const plan = this.planner.plan(document, operationName);
    const planned = { operation, fragments: fragmentsOf(document), plan };
    return { operation, run: compileWhereCovered(planned, this.context) };
  }
}
