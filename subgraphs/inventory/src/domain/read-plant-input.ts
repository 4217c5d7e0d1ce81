import { plantIdOf } from '@sightline/contracts/identities';
import type { PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { isTimeZone } from '@sightline/kit/time/instant';
import { readEnvelope, readText, type Optional } from './read-fields';
import type { Refusal } from './refusals';

/** The schema's PlantInput. */
export interface PlantInput {
  source: SourceEnvelopeInput;
  code: string;
  name: string;
  /** IANA name. */
  timeZone?: Optional<string>;
}

export interface PlantFact extends StampedSource {
  payload: PlantRegisteredPayload;
}

/** Judges one plant as it comes through the door. Its own time zone, when told, decides the days of the fact. */
export function readPlantInput(input: PlantInput): Result<PlantFact, Refusal> {
  const timeZone = readText(input.timeZone);
  if (timeZone !== null && !isTimeZone(timeZone)) return refuse({ kind: 'TimeZoneUnknown', timeZone });
  const envelope = readEnvelope(input, timeZone);
  if (!envelope.ok) return envelope;
  const code = readText(input.code);
  if (code === null) return refuse({ kind: 'TextMissing', field: 'code' });
  const name = readText(input.name);
  if (name === null) return refuse({ kind: 'TextMissing', field: 'name' });
  return ok({ ...envelope.value, payload: { plantId: plantIdOf(code), code, name, timeZone } });
}
