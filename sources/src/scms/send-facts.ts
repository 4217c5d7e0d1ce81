import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from '../kit/door';
import {
  addTally,
  emptyTally,
  type FactsTally,
  type GoodsReceiptInput,
  type PurchaseOrderLineInput,
} from '../kit/door-facts';
import type { Progress } from '../kit/progress';
import { refusedFacts, type SentReport } from './report';
import type { JudgedFile } from './judge';
import { factsOf, heartbeatsOf, SOURCE_SYSTEM_ID } from './rows-to-facts';

/** Short steps while the figures are about to come; not so short that the asking itself keeps the platform from it. */
const ASK_FIRST_MS = 100;
const ASK_EVERY_MS = 60;
const ASK_SELDOM_MS = 200;
const ASK_SELDOM_AFTER_MS = 5_000;
const GIVE_UP_AFTER_MS = 120_000;

/**
 * Second pass: everything of a judged file goes through the door as one import, which counts in figures only once it is
 * sealed. Suppliers go first, since lines name them, and receipts follow their lines: the platform holds a receipt that
 * comes before its line, but to hold thousands costs it time. The import is left unsealed, and so never counts, when the door refuses a fact.
 */
export async function sendFacts(
  door: Door,
  file: { name: string; sha256: string },
  judged: JudgedFile,
  progress: Progress,
): Promise<SentReport> {
  const { count } = factsOf(judged);
  const begun = await door.beginImport({
    sourceSystemId: SOURCE_SYSTEM_ID,
    fileName: file.name,
    contentSha256: file.sha256,
    expectedFacts: count,
  });
  const found = !begun.resumed ? 'NEW' : begun.status === 'SEALED' ? 'IMPORTED_BEFORE' : 'CUT_OFF';
  if (found === 'CUT_OFF') progress.say(`Completing import ${begun.id}, which was cut off earlier.`);
  if (found === 'IMPORTED_BEFORE')
    progress.say(`This file was imported before (${begun.id}): sending it again, which changes nothing.`);
  const { suppliers, lines, receipts } = factsOf(judged, begun.id);

  progress.step('Facts sent', count);
  const answered = (facts: number): void => progress.add(facts);
  const supplierTally = await door.onboardSuppliers(suppliers, answered);
  const { lineTally, receiptTally } = await sendInStep(door, lines, receipts, answered);
  progress.end();

  const report: SentReport = {
    importId: begun.id,
    found,
    droppedImports: begun.dropped,
    suppliers: supplierTally,
    lines: lineTally,
    receipts: receiptTally,
    heartbeats: emptyTally(),
    sealed: false,
    secondsUntilVisible: null,
  };
  if (refusedFacts(report) > 0) return report;

  await door.sealImport({ importId: begun.id, facts: count });
  const secondsUntilVisible = await untilVisible(door, begun.id);
  // Last: "complete up to here" must not be said of facts that no figure shows yet.
  const heartbeatTally = await door.reportHeartbeats(heartbeatsOf(judged));
  return { ...report, heartbeats: heartbeatTally, sealed: true, secondsUntilVisible };
}

/** Lines that are sent, then their receipts. */
const ROWS_IN_STEP = 1_000;
/** So many steps at once that one is being written while others are under way. */
const STEPS_AT_ONCE = 3;

async function sendInStep(
  door: Door,
  lines: Iterable<PurchaseOrderLineInput>,
  receipts: Iterable<GoodsReceiptInput>,
  answered: (facts: number) => void,
): Promise<{ lineTally: FactsTally; receiptTally: FactsTally }> {
  const [lineTally, receiptTally] = [emptyTally(), emptyTally()];
  const [nextLines, nextReceipts] = [lines[Symbol.iterator](), receipts[Symbol.iterator]()];
  const worker = async (): Promise<void> => {
    for (;;) {
      // Both are taken at once, in the order of the rows.
      const step = { lines: take(nextLines, ROWS_IN_STEP), receipts: take(nextReceipts, ROWS_IN_STEP) };
      if (step.lines.length === 0 && step.receipts.length === 0) return;
      addTally(lineTally, await door.sendPurchaseOrderLines(step.lines, answered));
      addTally(receiptTally, await door.postGoodsReceipts(step.receipts, answered));
    }
  };
  await Promise.all(Array.from({ length: STEPS_AT_ONCE }, worker));
  return { lineTally, receiptTally };
}

function take<Fact>(facts: Iterator<Fact>, most: number): Fact[] {
  const taken: Fact[] = [];
  while (taken.length < most) {
    const next = facts.next();
    if (next.done === true) break;
    taken.push(next.value);
  }
  return taken;
}

/** Seconds from the start of the process until the figures include the import; null when that takes too long. */
async function untilVisible(door: Door, importId: string): Promise<number | null> {
  const startedAsking = performance.now();
  await sleep(ASK_FIRST_MS);
  for (;;) {
    if (await door.isImportVisible(importId)) return performance.now() / 1000;
    const asked = performance.now() - startedAsking;
    if (asked > GIVE_UP_AFTER_MS) return null;
    await sleep(asked > ASK_SELDOM_AFTER_MS ? ASK_SELDOM_MS : ASK_EVERY_MS);
  }
}
