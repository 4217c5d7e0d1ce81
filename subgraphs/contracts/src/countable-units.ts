/**
 * Units in which goods are measured and not counted: UN/ECE Recommendation 20 codes of mass, volume, length, area, time and
 * energy, and the symbols that sources write instead. A share of kilograms is no share of units.
 */
const MEASURED: ReadonlySet<string> = new Set(
  [
    'MGM GRM HGM KGM TNE LBR ONZ STN LTN MG G KG T LB OZ',
    'MLT CLT DLT LTR HLT CMQ DMQ MTQ FTQ GLL GLI PTI ML CL L HL M3',
    'MMT CMT DMT MTR KMT INH FOT YRD SMI MM CM M KM',
    'MMK CMK DMK MTK INK FTK YDK HAR M2',
    'SEC MIN HUR DAY H',
    'WHR KWH MWH JOU KJO',
  ].flatMap((units) => units.split(' ')),
);

/** True for units that are counted: pieces, sets, boxes, and whatever else is not a known measure. */
export const isCountable = (unitOfMeasure: string): boolean => !MEASURED.has(unitOfMeasure.trim().toUpperCase());
