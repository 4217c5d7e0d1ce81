import type { QualityGroup } from '../app/quality-figures';
import type { QualityQuestion } from '../app/quality-question';
import type { Inspection } from '../domain/inspection-lot';

/** What a resolver hands on for a type, where that is not the schema's own shape. */
export type InspectionLotModel = Inspection;
export type QualityPerformanceModel = QualityQuestion;
export type QualityRowModel = QualityGroup;
export type PlantQualityRowModel = QualityGroup;
/** Owned by other subgraphs: here only their id is known. */
export interface SupplierModel {
  id: string;
}
export interface ItemModel {
  id: string;
}
export interface LotModel {
  id: string;
}
export interface PurchaseOrderLineModel {
  id: string;
}
