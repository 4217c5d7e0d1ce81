import { completeThrough } from '../habits/stamps';
import { type Flow, SOURCE_SYSTEMS, type SourceSystem } from '../habits/source-systems';
import { PLANTS } from '../network/plants';
import type { Ms } from '../network/site-time';
import { utcText } from './door-inputs';

const plantIdOf = ({ plant }: Flow): object => (plant === null ? {} : { plantId: PLANTS[plant]!.id });

/** Every system with its flows and what they promise, as registerSources takes it. */
export const registrations = (): readonly object[] =>
  SOURCE_SYSTEMS.map(({ id, name, kind, flows }) => ({
    id,
    name,
    kind,
    flows: flows.map((flow) => ({ flow: flow.flow, ...plantIdOf(flow), budgetSeconds: flow.budgetSeconds })),
  }));

/** The system that was registered and has never sent anything, not even a sign of life. */
const isConnected = ({ id }: SourceSystem): boolean => id !== 'sim.tms-ocean';

/**
 * A sign of life of every flow of the connected systems.
 *
 * @param sentUpTo how far a flow is complete; by its habits when left out
 * @param silent   ids of systems whose connector is down
 */
export function heartbeats(
  now: Ms,
  sentUpTo: (system: SourceSystem, flow: Flow) => Ms = (system, flow) => completeThrough(system.id, flow.plant, now),
  silent: ReadonlySet<string> = new Set(),
): readonly object[] {
  return SOURCE_SYSTEMS.filter((system) => isConnected(system) && !silent.has(system.id)).flatMap((system) =>
    system.flows.map((flow) => ({
      sourceSystemId: system.id,
      flow: flow.flow,
      ...plantIdOf(flow),
      completeThrough: utcText(sentUpTo(system, flow)),
    })),
  );
}
