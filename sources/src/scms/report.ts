import type { FactsTally } from '../kit/door-facts';
import { FINDINGS, type Finding, type Verdict } from './findings';
import type { JudgedFile } from './judge';

/** What became of the facts, by flow, once the door has answered all of them. */
export interface SentReport {
  importId: string;
  /** What the platform knew of this file: nothing, an import cut off earlier, or a complete one. */
  found: 'NEW' | 'CUT_OFF' | 'IMPORTED_BEFORE';
  droppedImports: readonly string[];
  suppliers: FactsTally;
  lines: FactsTally;
  receipts: FactsTally;
  heartbeats: FactsTally;
  sealed: boolean;
  /** Seconds from the start of this process until the figures include the import; null when it was not sealed. */
  secondsUntilVisible: number | null;
}

export interface ImportReport {
  file: string;
  fileSha256: string;
  judged: JudgedFile;
  secondsToJudge: number;
  sent: SentReport;
}

const FLOWS = [
  ['suppliers', 'Suppliers'],
  ['lines', 'Order lines'],
  ['receipts', 'Goods receipts'],
  ['heartbeats', 'Heartbeats'],
] as const;

const FOUND = {
  NEW: '',
  CUT_OFF: ' (begun earlier and cut off; completed now)',
  IMPORTED_BEFORE: ' (imported before; nothing changes)',
} as const;

/** How many facts the door refused. Anything above 0 keeps the import unsealed. */
export const refusedFacts = (sent: SentReport): number =>
  FLOWS.reduce((sum, [flow]) => sum + sent[flow].outcomes.REFUSED, 0);

/** Lines per second until the figures show them; null when they do not yet. */
export const linesPerSecond = (report: ImportReport): number | null =>
  report.sent.secondsUntilVisible === null
    ? null
    : Math.round(report.judged.rowsRead / report.sent.secondsUntilVisible);

/** The report for a person, as text with line ends. */
export function writeReport(report: ImportReport): string {
  const { judged, sent } = report;
  const lines = [
    `File        ${report.file} (SHA-256 ${report.fileSha256.slice(0, 16)}…)`,
    `Dialect     ${judged.dialect.encoding}${judged.dialect.byteOrderMark ? ' with byte order mark' : ''}, ${delimiterName(judged)}, line ends ${judged.dialect.lineEnd}${judged.dialect.lastLineEnded ? '' : ', none after the last line'}`,
    `Rows        ${judged.rowsRead} read, ${judged.rows.length} taken, ${judged.rowsRead - judged.rows.length} left out`,
    `Period      delivered ${judged.remarks.figures.delivered.first} to ${judged.remarks.figures.delivered.last}, recorded up to ${judged.remarks.figures.recorded.last}`,
    ...(judged.unknownColumns.length > 0 ? [`Not read    columns ${judged.unknownColumns.join(', ')}`] : []),
    ...section('Left out (no facts)', judged.remarks.findings, 'LEFT_OUT'),
    ...section('Excluded from a figure (taken)', judged.remarks.findings, 'EXCLUDED'),
    ...section('Suspicious (taken as written)', judged.remarks.findings, 'SUSPICIOUS'),
    '',
    'Mind',
    `  The scheduled dates were re-baselined at the source: they are sent as last commits, and on-time rates are upper bounds.`,
    `  Before 2013-10-01 the recorded date repeats the delivery date in ${judged.remarks.figures.recordedBeforeRegistration.copied} of ${judged.remarks.figures.recordedBeforeRegistration.rows} rows: quote the recorded lag from that day on.`,
    `  No received quantities, defects or product codes are in the file: no OTIF, quality or stock comes from it.`,
    '',
    `Import      ${sent.importId}${FOUND[sent.found]}`,
    ...sent.droppedImports.map(
      (id) => `Dropped     ${id}: begun earlier with other content, never completed; it never counts`,
    ),
    `${pad('', 16)}${['sent', 'applied', 'known', 'parked', 'put aside', 'refused'].map((word) => word.padStart(10)).join('')}`,
    ...FLOWS.map(([flow, title]) => {
      const { sent: count, outcomes } = sent[flow];
      const cells = [
        count,
        outcomes.APPLIED,
        outcomes.DUPLICATE + outcomes.CORROBORATED,
        outcomes.PARKED,
        outcomes.QUARANTINED,
        outcomes.REFUSED,
      ];
      return pad(title, 16) + cells.map((cell) => String(cell).padStart(10)).join('');
    }),
    ...FLOWS.flatMap(([flow]) => problemsOf(sent[flow])),
    '',
    closing(report),
  ];
  return `${lines.join('\n')}\n`;
}

function closing(report: ImportReport): string {
  const { sent } = report;
  const refusedCount = refusedFacts(sent);
  if (refusedCount > 0) {
    return sent.sealed
      ? `INCOMPLETE: the import counts, but the platform refused ${refusedCount} heartbeats, so its age is not known.`
      : `NOT COUNTED: the platform refused ${refusedCount} facts, so the import was not sealed and no figure includes it.`;
  }
  if (sent.secondsUntilVisible === null)
    return 'NOT YET VISIBLE: everything was sent and sealed, the figures do not include it yet.';
  return `Visible in the figures after ${sent.secondsUntilVisible.toFixed(2)} s: ${linesPerSecond(report)} lines/s (judging took ${report.secondsToJudge.toFixed(2)} s).`;
}

function section(title: string, findings: readonly Finding[], verdict: Verdict): string[] {
  const chosen = findings.filter((finding) => FINDINGS[finding.code].verdict === verdict);
  if (chosen.length === 0) return [];
  return [
    '',
    title,
    ...chosen.map(({ code, rows, ids }) => {
      const { figure, label } = FINDINGS[code];
      const examples = rows <= 4 ? ` [ID ${ids.join(', ')}]` : '';
      return `  ${pad(code, 32)}${String(rows).padStart(7)}  ${figure === null ? '' : `not in ${figure}: `}${label}${examples}`;
    }),
  ];
}

/** Problems grouped by code, each with one example: six thousand equal lines help nobody. */
function problemsOf(tally: FactsTally): string[] {
  const groups = new Map<string, { count: number; example: string }>();
  for (const problem of tally.problems) {
    const [error] = problem.userErrors;
    const code = `${problem.outcome} ${error?.code ?? 'without a code'}`;
    const group = groups.get(code);
    if (group) group.count += 1;
    else groups.set(code, { count: 1, example: `${problem.idempotencyKey}: ${error?.message ?? 'no message'}` });
  }
  return [...groups].map(([code, { count, example }]) => `  ${code} ${count}, for example ${example}`);
}

const pad = (text: string, width: number): string => text.padEnd(width);
const DELIMITER_NAMES = { ',': 'comma', '\t': 'tab', ';': 'semicolon' } as const;
const delimiterName = (judged: JudgedFile): string => `${DELIMITER_NAMES[judged.dialect.delimiter]} between cells`;

/** The same report for a program: plain values, findings with their verdicts. */
export function reportAsJson(report: ImportReport): object {
  const { judged, sent } = report;
  return {
    file: report.file,
    fileSha256: report.fileSha256,
    dialect: judged.dialect,
    dateFormats: judged.dateFormats,
    rows: { read: judged.rowsRead, taken: judged.rows.length, leftOut: judged.rowsRead - judged.rows.length },
    findings: judged.remarks.findings.map((finding) => ({ ...FINDINGS[finding.code], ...finding })),
    figures: { ...judged.remarks.figures, nonAsciiCells: judged.remarks.nonAsciiCells },
    import: { id: sent.importId, found: sent.found, dropped: sent.droppedImports, sealed: sent.sealed },
    facts: Object.fromEntries(
      FLOWS.map(([flow]) => [
        flow,
        { sent: sent[flow].sent, ...sent[flow].outcomes, problems: sent[flow].problems.slice(0, 100) },
      ]),
    ),
    secondsToJudge: report.secondsToJudge,
    secondsUntilVisible: sent.secondsUntilVisible,
    linesPerSecond: linesPerSecond(report),
  };
}
