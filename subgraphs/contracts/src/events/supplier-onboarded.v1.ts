import type { ExternalKey } from '../identities';
import type { LogEvent } from './envelope';

export const SUPPLIER_ONBOARDED_V1 = 'suppliers.supplier.onboarded.v1';
export type SupplierTierName = 'STRATEGIC' | 'PREFERRED' | 'TRANSACTIONAL' | 'ADVERSARIAL' | 'UNCLASSIFIED';

export interface SupplierOnboardedPayload {
  supplierId: string;
  code: string;
  name: string;
  tier: SupplierTierName;
  country: string | null;
  externalIds: readonly ExternalKey[];
}
export type SupplierOnboardedV1 = LogEvent<typeof SUPPLIER_ONBOARDED_V1, SupplierOnboardedPayload>;
