import { isPresent, presentInstant, type RequestInstant } from '@sightline/contracts/request-instant';
import type { EntityManager } from 'typeorm';
import { partKnown, type FactSpan } from '../facts/facts-known';
import type { FigureGround } from './figure-ground';
import { instantKey } from './figure-pin';
import type { FoldSteps } from './shared-folds';

/** Subjects that are folded for any instant. */
export interface FoldedSubjects<Row extends { span: FactSpan }> {
  /** Names them. */
  what: string;
  /** Ids of all that the caller may see. */
  ids(manager: EntityManager): Promise<readonly string[]>;
  /** How they are folded out of their facts for an instant; the same facts give the same row. */
  steps(instant: RequestInstant): FoldSteps<Row>;
}

/** More than this are not taken from the present: both would not be kept together, and each question would fold twice. */
const MOST_TAKEN = 45_000;

/**
 * The subjects of a request as they stood at an instant, at a position of the log.
 *
 * @throws StillFolding when the request would be over before they are
 */
export const foldedAt = <Row extends { span: FactSpan }>(
  ground: FigureGround,
  subjects: FoldedSubjects<Row>,
  pos: number,
  instant: RequestInstant,
): Promise<ReadonlyMap<string, Row>> =>
  ground.folded(
    keyOf(subjects, instant),
    pos,
    isPresent(instant) ? subjects.steps(instant) : stepsBack(ground, subjects, instant),
  );

const keyOf = ({ what }: { what: string }, instant: RequestInstant): readonly unknown[] => [what, instantKey(instant)];

/**
 * Most subjects of a day in the past were finished by then, or not there yet. They are taken from the present, or left out,
 * and only those in between are folded: one fold of the present serves every day that is looked back to.
 */
function stepsBack<Row extends { span: FactSpan }>(
  ground: FigureGround,
  subjects: FoldedSubjects<Row>,
  instant: RequestInstant,
): FoldSteps<Row> {
  const steps = subjects.steps(instant);
  const present = presentInstant(instant.now);
  return {
    changed: (after, through) => steps.changed(after, through),
    fold: async (ids, pos) => {
      const all = ids ?? (await ground.remember((manager) => subjects.ids(manager)));
      if (all.length > MOST_TAKEN) return steps.fold(ids, pos);
      const now = await ground.folding(keyOf(subjects, present), pos, subjects.steps(present));
      const rows = new Map<string, Row>();
      const between: string[] = [];
      for (const id of all) {
        const row = now.get(id);
        const part = row === undefined ? 'SOME' : partKnown(row.span, instant);
        if (part === 'SOME') between.push(id);
        if (part === 'ALL') rows.set(id, row!);
      }
      for (const [id, row] of await steps.fold(between, pos)) rows.set(id, row);
      return rows;
    },
  };
}
