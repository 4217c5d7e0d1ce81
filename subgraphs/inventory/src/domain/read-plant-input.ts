import { plantIdOf } from '@sightline/contracts/identities';
import type { PlantRegisteredPayload } from '@sightline/contracts/events/plant-registered.v1';
import type { SourceEnvelopeInput, StampedSource } from '@sightline/contracts/source-envelope';
import { readEnvelope, readNeededText, readText, type Optional } from '@sightline/kit/door/read-fields';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import { isTimeZone } from '@sightline/kit/time/instant';
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
  const code = readNeededText('code', input.code);
  if (!code.ok) return code;
  const name = readNeededText('name', input.name);
  if (!name.ok) return name;
  return ok({
    ...envelope.value,
    payload: { plantId: plantIdOf(code.value), code: code.value, name: name.value, timeZone },
  });
}
