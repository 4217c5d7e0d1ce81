import { isAbstractType, isCompositeType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Answers, quickly when asked again, whether an object of one type is also of another, by the names of both. */
export class TypeConditions {
  private readonly answers = new Map<string, boolean>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @param typename  what an object says it is */
  applies(condition: string, typename: string): boolean {
    if (condition === typename) return true;
    const key = `${condition}\0${typename}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = this.judge(condition, typename);
      // Names come from subgraphs: one that makes up ever new ones must not fill the memory.
      if (this.answers.size > 10_000) this.answers.clear();
      this.answers.set(key, answer);
    }
    return answer;
  }

  /** True for a type of the schema that has fields. */
  isComposite(typename: string): boolean {
    return isCompositeType(this.schema.getType(typename));
  }

  isObject(typename: string): boolean {
    return isObjectType(this.schema.getType(typename));
  }

  private judge(condition: string, typename: string): boolean {
    const wanted = this.schema.getType(condition);
    const type = this.schema.getType(typename);
    if (!isAbstractType(wanted)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && this.schema.isSubType(wanted, type);
  }
}
