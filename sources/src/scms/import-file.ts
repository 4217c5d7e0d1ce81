import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DoorFailure, openDoor } from '../kit/door';
import { openHttp } from '../kit/http';
import { findPlatform, integratorToken, type PlatformPlace } from '../kit/platform';
import type { Progress } from '../kit/progress';
import { judgeFile } from './judge';
import { describeRefusal } from './refusals';
import { type ImportReport, refusedFacts, reportAsJson, writeReport } from './report';
import { sendFacts } from './send-facts';

export interface ImportRequest {
  file: string;
  /** Where to write the report as JSON; null for nowhere. */
  jsonFile: string | null;
  settings: Readonly<Record<string, string | undefined>>;
  progress: Progress;
  /** Takes the report for the person. */
  print(text: string): void;
}

/** Lines and receipts, two requests each, and the question whether the import is visible. */
const CONNECTIONS = 6;

/**
 * `import scms FILE`: judges the whole file, and only then sends it. Resolves to the exit code: 0 when everything counts
 * in the figures, 1 when the file was refused (then nothing was sent), the platform could not be used, or it refused facts.
 */
export async function importScmsFile(request: ImportRequest): Promise<0 | 1> {
  const { progress } = request;
  let bytes: Buffer;
  try {
    bytes = readFileSync(request.file);
  } catch (error) {
    progress.say(`Cannot read ${request.file}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const judgingFrom = performance.now();
  const judged = judgeFile(bytes);
  if (!judged.ok) {
    progress.say(`REFUSED ${judged.refusal.kind}: ${describeRefusal(judged.refusal)}.\nNothing was sent.`);
    if (request.jsonFile !== null) writeJson(request.jsonFile, { file: request.file, refused: judged.refusal });
    return 1;
  }
  const secondsToJudge = (performance.now() - judgingFrom) / 1000;

  const place = findPlatform(request.settings);
  if (!place.ok) {
    progress.say(
      place.refusal.kind === 'NOT_STARTED'
        ? `The platform is not running: there is no ${place.refusal.lookedIn}. Start it with "npm start", or set SIGHTLINE_URL.`
        : `${place.refusal.setting} does not say where the platform is: "${place.refusal.value}"`,
    );
    return 1;
  }
  const http = openHttp(place.value.url, CONNECTIONS);
  try {
    const token = await integratorToken(request.settings, http.post);
    const door = openDoor({ post: http.post, token });
    const fileSha256 = hash('sha256', bytes);
    const sent = await sendFacts(door, { name: basename(request.file), sha256: fileSha256 }, judged.value, progress);
    const report: ImportReport = { file: request.file, fileSha256, judged: judged.value, secondsToJudge, sent };
    request.print(writeReport(report));
    if (request.jsonFile !== null) writeJson(request.jsonFile, reportAsJson(report));
    return refusedFacts(sent) === 0 && sent.secondsUntilVisible !== null ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DoorFailure)) throw error;
    progress.say(explain(error, place.value));
    return 1;
  } finally {
    http.close();
  }
}

function explain(failure: DoorFailure, place: PlatformPlace): string {
  const resume = 'What was sent does not count until an import is completed: run the same command again.';
  switch (failure.kind) {
    case 'UNREACHABLE':
      return `The platform does not answer at ${place.url} (from ${place.from}): ${failure.message}. Is it running ("npm start")? ${resume}`;
    case 'NOT_PERMITTED':
      return `The platform at ${place.url} does not let this import in: ${failure.message}. It takes an integrator's token in SIGHTLINE_TOKEN.`;
    case 'REJECTED':
      return `The platform at ${place.url} could not take the import: ${failure.message}. ${resume}`;
  }
}

const writeJson = (file: string, content: object): void => writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
