import { createHmac, sign, type KeyObject } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token by hand, also such as no library makes. The signature is over header and claims, by the header's `alg`. */
export function jsonWebToken(
  header: { alg: string; kid?: string },
  claims: object,
  key: KeyObject | string | null,
): string {
  const signed = `${part({ typ: 'JWT', ...header })}.${part(claims)}`;
  if (key === null) return `${signed}.`;
  const signature =
    typeof key === 'string' ? createHmac('sha256', key).update(signed).digest() : sign(null, Buffer.from(signed), key);
  return `${signed}.${signature.toString('base64url')}`;
}
