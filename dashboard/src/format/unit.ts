/** UN/ECE Rec 20 and 21 codes that sources use, as people say them. */
const WORDS: Readonly<Record<string, string>> = {
  C62: 'pcs',
  EA: 'pcs',
  H87: 'pcs',
  KGM: 'kg',
  GRM: 'g',
  TNE: 't',
  LTR: 'l',
  MTR: 'm',
  MTK: 'm²',
  MTQ: 'm³',
  PR: 'pairs',
  SET: 'sets',
  XBX: 'boxes',
  XPX: 'pallets',
};

/** A unit code in words: "C62" → "pcs". A code that has none stays as the source wrote it; no code is no word. */
export function unitWord(code: string | null | undefined): string {
  return code ? (WORDS[code] ?? code) : '';
}
