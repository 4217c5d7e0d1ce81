import type { ResolvedWindow } from '@sightline/kit/time/window';
import type { LagQuestion } from '../app/lag-figures';
import type { SyncQuestion } from '../app/sync-question';
import type { Flow } from '../domain/flow';
import type { ImportJob } from '../domain/import-job';

/** What a resolver hands on for a type, where that is not the schema's own shape. */
export type SyncHealthModel = SyncQuestion;
export interface SyncFlowModel {
  flow: Flow;
  window: ResolvedWindow;
}
export interface PlantLagModel {
  plantId: string | null;
  question: LagQuestion;
}
export interface SourceSystemModel {
  id: string;
}
/** Plants are resolved by inventory: here only their id is known. */
export interface PlantModel {
  id: string;
}
export type ImportJobModel = ImportJob;
