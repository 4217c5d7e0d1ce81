/** Why a row was left out, in words; the codes are stable and part of the API. */
const labels: Readonly<Record<string, string>> = {
  NON_COUNTABLE_UNIT: 'In a bulk unit such as kg or l, of which there are no parts to count',
  NOT_INSPECTED: 'Nobody has inspected it',
  NOT_DECIDED: 'Inspected or waiting to be, and not decided on yet',
  NOT_SORTED: 'The lot was not sorted, so the number of its defective units is not known',
  DEFECTS_NOT_REPORTED: 'The source does not say how many defective units were found',
  SAMPLE_SIZE_NOT_REPORTED: 'The source does not say how many units were looked at',
  QUANTITY_IN_OTHER_UNIT: 'Delivered and inspected in different units, and no source tells how they convert',
  NOT_A_DELIVERY: 'Inspected before delivery, or in our own production: no goods came',
  RECEIPT_REVERSED: 'The receipt was reversed before anything was decided',
};

/** A code that has no words of its own, readable all the same: SOME_CODE becomes "Some code". */
const spelled = (code: string): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Why a row was left out, in words. */
export const exclusionLabel = (code: string): string => labels[code] ?? spelled(code);
