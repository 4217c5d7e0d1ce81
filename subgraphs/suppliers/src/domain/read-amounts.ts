import { readQuantity, readText, type Optional } from '@sightline/kit/door/read-fields';
import { isDecimal, isNegative, isZero } from '@sightline/kit/decimal/decimal';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { Refusal } from './refusals';

/** An ordered quantity: an exact decimal, not negative. 0 is one: the buyer set the line to zero. */
export function readOrderedQuantity(text: string): Result<string, Refusal> {
  const read = readQuantity('quantity', text);
  return read.ok ? ok(read.value ?? text) : read;
}

/** A quantity that moved or was cancelled: more than 0, or null for all of the line. A correction may say 0: it did not happen. */
export function readMovedQuantity(text: Optional<string>, isCorrection: boolean): Result<string | null, Refusal> {
  const read = readQuantity('quantity', text);
  if (!read.ok || read.value === null || isCorrection || !isZero(read.value)) return read;
  return refuse({ kind: 'QuantityInvalid', field: 'quantity', text: read.value });
}

/** Value and currency: both or neither. */
export function readMoney(
  value: Optional<string>,
  currency: Optional<string>,
): Result<{ value: string | null; currency: string | null }, Refusal> {
  const code = readText(currency);
  if (code !== null && !/^[A-Z]{3}$/.test(code)) return refuse({ kind: 'CurrencyInvalid', text: code });
  if (value == null) return ok({ value: null, currency: code });
  if (!isDecimal(value) || isNegative(value)) return refuse({ kind: 'ValueInvalid', text: value });
  return code === null ? refuse({ kind: 'CurrencyMissing' }) : ok({ value, currency: code });
}
