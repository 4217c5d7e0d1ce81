import { buildASTSchema, findBreakingChanges, parse, visit, type ASTNode, type DirectiveNode } from 'graphql';

/** What would break a client, in words, e.g. `Supplier.tier was removed.` */
export type BreakingChange = string;

/**
 * What breaks clients of the earlier API schema. Removing what was already marked `@deprecated` there does not count:
 * marking it was the notice.
 *
 * @param earlier API schema that clients know, as SDL
 * @param present API schema that would replace it, as SDL
 * @returns one sentence for each change, sorted; empty when every known operation still works
 */
export function breakingChanges(earlier: string, present: string): BreakingChange[] {
  const known = buildASTSchema(withoutDeprecated(earlier), { assumeValidSDL: true });
  const offered = buildASTSchema(parse(present), { assumeValidSDL: true });
  return findBreakingChanges(known, offered)
    .map((change) => change.description)
    .sort();
}

/**
 * Breaking changes that a decision record takes responsibility for: lines `Breaking change: <sentence>`.
 *
 * @param decisions text of the records in `docs/decisions`
 */
export function acceptedBreakingChanges(decisions: readonly string[]): Set<BreakingChange> {
  const accepted = decisions.flatMap((text) =>
    [...text.matchAll(/^Breaking change: (.+)$/gm)].map((found) => found[1]!),
  );
  return new Set(accepted.map((sentence) => sentence.trim()));
}

function withoutDeprecated(sdl: string) {
  const unlessDeprecated = (node: ASTNode & { directives?: readonly DirectiveNode[] }) =>
    node.directives?.some((directive) => directive.name.value === 'deprecated') ? null : undefined;
  return visit(parse(sdl), {
    FieldDefinition: { enter: unlessDeprecated },
    InputValueDefinition: { enter: unlessDeprecated },
    EnumValueDefinition: { enter: unlessDeprecated },
  });
}
