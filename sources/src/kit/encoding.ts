import { isUtf8 } from 'node:buffer';
import { type Outcome, refused, taken } from './outcome';

export type Encoding = 'UTF-8' | 'Windows-1252';

export type EncodingRefusal =
  | { kind: 'EMPTY_FILE' }
  | { kind: 'HTML_PAGE'; beginsWith: string }
  | { kind: 'BINARY_FILE'; looksLike: string }
  | { kind: 'ENCODING_UNREADABLE'; reason: string };

export interface DecodedText {
  /** Without a byte order mark. */
  text: string;
  encoding: Encoding;
  byteOrderMark: boolean;
}

/** What Windows-1252 puts where Latin-1 has control characters; null where it defines nothing (WHATWG index windows-1252). */
const WINDOWS_1252_80_TO_9F: readonly (string | null)[] = [
  '\u20ac',
  null,
  '\u201a',
  '\u0192',
  '\u201e',
  '\u2026',
  '\u2020',
  '\u2021',
  '\u02c6',
  '\u2030',
  '\u0160',
  '\u2039',
  '\u0152',
  null,
  '\u017d',
  null,
  null,
  '\u2018',
  '\u2019',
  '\u201c',
  '\u201d',
  '\u2022',
  '\u2013',
  '\u2014',
  '\u02dc',
  '\u2122',
  '\u0161',
  '\u203a',
  '\u0153',
  null,
  '\u017e',
  '\u0178',
];

const SIGNATURES: readonly { bytes: readonly number[]; looksLike: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], looksLike: 'a ZIP archive or an Excel workbook' },
  { bytes: [0x25, 0x50, 0x44, 0x46], looksLike: 'a PDF' },
  { bytes: [0x1f, 0x8b], looksLike: 'a gzip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], looksLike: 'an old Excel workbook' },
  { bytes: [0xff, 0xfe], looksLike: 'UTF-16 text; save it as UTF-8' },
  { bytes: [0xfe, 0xff], looksLike: 'UTF-16 text; save it as UTF-8' },
];

/**
 * Decides by validity alone: bytes that are valid UTF-8 are UTF-8, all others are Windows-1252. Strict in both: a byte that
 * Windows-1252 leaves undefined, a byte order mark before bytes that are not UTF-8, and a file in which both encodings
 * stand side by side are refused, because each would silently change names.
 */
export function decodeText(bytes: Buffer): Outcome<DecodedText, EncodingRefusal> {
  const signature = SIGNATURES.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (signature) return refused({ kind: 'BINARY_FILE', looksLike: signature.looksLike });
  if (bytes.includes(0)) return refused({ kind: 'BINARY_FILE', looksLike: 'data with NUL bytes' });

  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = byteOrderMark ? bytes.subarray(3) : bytes;
  const head = body.subarray(0, 512).toString('latin1').trimStart();
  if (head === '' && body.toString('latin1').trim() === '') return refused({ kind: 'EMPTY_FILE' });
  if (/^<(!doctype|html|head|body|\?xml|!--)/i.test(head)) {
    return refused({ kind: 'HTML_PAGE', beginsWith: head.slice(0, 40).replace(/\s+/g, ' ') });
  }
  if (isUtf8(body)) return taken({ text: body.toString('utf8'), encoding: 'UTF-8', byteOrderMark });
  if (byteOrderMark) {
    return refused({ kind: 'ENCODING_UNREADABLE', reason: 'it begins with the mark of UTF-8 and is not valid UTF-8' });
  }
  return decodeWindows1252(body);
}

function decodeWindows1252(body: Buffer): Outcome<DecodedText, EncodingRefusal> {
  const latin1 = body.toString('latin1');
  const undefinedAt = latin1.search(/[\x81\x8d\x8f\x90\x9d]/);
  if (undefinedAt >= 0) {
    const byte = latin1.charCodeAt(undefinedAt).toString(16);
    return refused({
      kind: 'ENCODING_UNREADABLE',
      reason: `byte 0x${byte} at position ${undefinedAt} is neither valid UTF-8 nor defined in Windows-1252`,
    });
  }
  // One well-formed UTF-8 sequence in a Windows-1252 file is an old slip inside a cell; when they outnumber the single
  // bytes the file is UTF-8 with a few foreign bytes, and every accent in it would be read wrongly.
  const sequences = latin1.match(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g) ?? [];
  const bytesInSequences = sequences.reduce((sum, one) => sum + one.length, 0);
  const singles = (latin1.match(/[\x80-\xff]/g) ?? []).length - bytesInSequences;
  if (sequences.length > singles) {
    return refused({
      kind: 'ENCODING_UNREADABLE',
      reason: `it mixes UTF-8 (${sequences.length} characters) with another encoding (${singles} bytes)`,
    });
  }
  const text = latin1.replace(
    /[\x80-\x9f]/g,
    (character) => WINDOWS_1252_80_TO_9F[character.charCodeAt(0) - 0x80] ?? character,
  );
  return taken({ text, encoding: 'Windows-1252', byteOrderMark: false });
}
