/** The digit at a place of a text; NaN where none stands, which is within no bounds. Much faster than a pattern. */
export const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};

/** The number of two digits; NaN where they are none. */
export const twoDigitsAt = (text: string, at: number): number => digitAt(text, at) * 10 + digitAt(text, at + 1);
