import { textFault, type TextFault } from '@sightline/contracts/fact-texts';
import { flowIdOf } from '@sightline/contracts/identities';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** The schema's SourceSystemInput. */
export interface SourceSystemInput {
  id: string;
  name: string;
  kind: string;
  flows: readonly { flow: string; plantId?: string | null; budgetSeconds?: number | null }[];
}

/** What a source says of itself. */
export interface Registration {
  id: string;
  name: string;
  kind: string;
  flows: readonly RegisteredStream[];
}

export interface RegisteredStream {
  id: string;
  flow: string;
  plantId: string | null;
  /** Null: the default for its kind of fact. */
  budgetSeconds: number | null;
}

/** Reads what a source says of itself, or says what is wrong with it. */
export function readRegistration(input: SourceSystemInput): Result<Registration, Refusal> {
  for (const field of ['id', 'name', 'kind'] as const)
    if (input[field].trim() === '') return refuse({ kind: 'TextMissing', field });
  const fault: TextFault | null = textFault(input);
  if (fault !== null) return refuse({ kind: 'TextRefused', ...fault });
  const flows: RegisteredStream[] = [];
  for (const [index, given] of input.flows.entries()) {
    const field = ['flows', String(index)];
    if (given.flow.trim() === '') return refuse({ kind: 'TextMissing', field: [...field, 'flow'].join('.') });
    const budgetSeconds = given.budgetSeconds ?? null;
    if (budgetSeconds !== null && budgetSeconds <= 0)
      return refuse({ kind: 'BudgetInvalid', field: [...field, 'budgetSeconds'] });
    const plantId = given.plantId ?? null;
    const id = flowIdOf(input.id, given.flow, plantId);
    if (flows.some((flow) => flow.id === id)) return refuse({ kind: 'FlowRepeated', field, flow: given.flow });
    flows.push({ id, flow: given.flow, plantId, budgetSeconds });
  }
  return ok({ id: input.id, name: input.name.trim(), kind: input.kind.trim(), flows });
}

/** What is kept of a source; version 0: nothing yet. */
export interface KeptSource {
  version: number;
  name: string;
  kind: string;
  flows: ReadonlyMap<string, RegisteredStream>;
}

/**
 * What a registration changes: flows that are new, promise another age, or belong to a source that is called otherwise now.
 *
 * @returns null when it says what is known already
 */
export function changedBy(registration: Registration, known: KeptSource): readonly RegisteredStream[] | null {
  const renamed = known.name !== registration.name;
  const changed = registration.flows.filter((flow) => known.flows.get(flow.id)?.budgetSeconds !== flow.budgetSeconds);
  if (known.version > 0 && !renamed && known.kind === registration.kind && changed.length === 0) return null;
  if (!renamed) return changed;
  const said = new Set(registration.flows.map((flow) => flow.id));
  return [...registration.flows, ...[...known.flows.values()].filter((flow) => !said.has(flow.id))];
}
