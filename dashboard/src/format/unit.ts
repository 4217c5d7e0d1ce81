/** UN/ECE Recommendation 20 and 21 codes that people would not read, and what they call them. */
const WORDS: Readonly<Record<string, string>> = {
  C62: 'pcs',
  EA: 'pcs',
  H87: 'pcs',
  KGM: 'kg',
  GRM: 'g',
  LTR: 'l',
  MTR: 'm',
  XBX: 'boxes',
  XPK: 'packs',
  XCT: 'cartons',
  XPX: 'pallets',
};

/** A unit of measure as people write it; a code that is not known stays as the source wrote it. */
export function unitWord(code: string | null | undefined): string {
  return code ? (WORDS[code] ?? code) : '';
}
