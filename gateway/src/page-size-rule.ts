import type { FieldDefinitionNode } from 'graphql';

/**
 * A field that gives pages says so to the guards: without `@listSize` a page of two hundred rows would be priced like a list of
 * which nothing is known.
 *
 * @returns what to do about it; null when all is well
 */
export function pageSizeAdvice(field: FieldDefinitionNode): string | null {
  if (!field.arguments?.some((argument) => argument.name.value === 'first')) return null;
  const sliced = field.directives
    ?.find((directive) => directive.name.value === 'listSize')
    ?.arguments?.find((argument) => argument.name.value === 'slicingArguments')?.value;
  const names = sliced?.kind === 'ListValue' ? sliced.values.map((one) => ('value' in one ? one.value : null)) : [];
  return names.includes('first')
    ? null
    : 'say how long the list is: @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false), with sizedFields: ["edges"] for a connection';
}
