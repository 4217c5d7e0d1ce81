/**
 * UN/ECE Recommendation 20 codes of mass, volume, length and area, and the symbols that sources write instead. Goods in
 * such a unit are not counted in pieces: a defective kilogram is no defective part.
 */
const BULK: ReadonlySet<string> = new Set(
  [
    ['MGM', 'GRM', 'HGM', 'KGM', 'TNE', 'LBR', 'ONZ', 'STN', 'MG', 'G', 'KG', 'T', 'LB', 'OZ'],
    ['MLT', 'CLT', 'DLT', 'LTR', 'HLT', 'CMQ', 'DMQ', 'MTQ', 'GLL', 'GLI', 'PTI', 'ML', 'CL', 'L', 'HL', 'M3'],
    ['MMT', 'CMT', 'DMT', 'MTR', 'KMT', 'INH', 'FOT', 'YRD', 'SMI', 'MM', 'CM', 'M', 'KM'],
    ['MMK', 'CMK', 'DMK', 'MTK', 'INK', 'FTK', 'YDK', 'HAR', 'M2'],
  ].flat(),
);

/** False for a bulk unit: its quantities take no part in parts per million. */
export const isCountable = (unitOfMeasure: string): boolean => !BULK.has(unitOfMeasure.trim().toUpperCase());
