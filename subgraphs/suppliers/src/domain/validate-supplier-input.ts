import type { SupplierOnboardedPayload, SupplierTierName } from '@sightline/contracts/events/supplier-onboarded.v1';
import { supplierIdOf, type ExternalKey } from '@sightline/contracts/identities';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { readEnvelope, readExternalIds, readText, type Optional } from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** The schema's SupplierInput. */
export interface SupplierInput {
  source: SourceEnvelopeInput;
  code: string;
  name: string;
  tier?: Optional<SupplierTierName>;
  country?: Optional<string>;
  externalIds?: Optional<readonly ExternalKey[]>;
}

export interface SupplierFact extends StampedSource {
  supplierId: string;
  payload: SupplierOnboardedPayload;
}

/** Judges one supplier as it comes through the door. A supplier without a tier is UNCLASSIFIED. */
export function readSupplierInput(input: SupplierInput): Result<SupplierFact, Refusal> {
  // A supplier has no receiving site: its days are those written.
  const envelope = readEnvelope(input, null);
  if (!envelope.ok) return envelope;
  const code = readText(input.code);
  if (code === null) return refuse({ kind: 'TextMissing', field: 'code' });
  const name = readText(input.name);
  if (name === null) return refuse({ kind: 'TextMissing', field: 'name' });
  const externalIds = readExternalIds(input.externalIds);
  if (!externalIds.ok) return externalIds;
  const supplierId = supplierIdOf(code);
  return ok({
    ...envelope.value,
    supplierId,
    payload: {
      supplierId,
      code,
      name,
      tier: input.tier ?? 'UNCLASSIFIED',
      country: readText(input.country),
      externalIds: externalIds.value,
    },
  });
}
