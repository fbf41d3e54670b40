/** The signs of a pass code: neither 0 and O, nor 1, I and L, nor 2 and Z, nor 5 and S, nor 8 and B. */
const CLEAR = '34679ACDEFGHJKMNPQRTUVWXY';
const LENGTH = 10;

/**
 * A code that can be read out and typed: ten signs, none of which looks like another (46 bits). `random`: as many bytes as are asked
 * for; those that would make one sign likelier than another are passed over.
 */
export function passCode(random: (bytes: number) => Uint8Array): string {
  const fair = 256 - (256 % CLEAR.length);
  let code = '';
  while (code.length < LENGTH)
    for (const byte of random(LENGTH)) if (byte < fair && code.length < LENGTH) code += CLEAR[byte % CLEAR.length];
  return code;
}

/** A pass code as people type it, in the one spelling in which it is compared. */
export const passCodeOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');

/** A matter's number by its figures alone, as people leave brackets and words out: 诉求〔2026〕0012 is `2026-12`. */
export const numberKeyOf = (number: string): string =>
  (number.normalize('NFKC').match(/\d+/gu) ?? []).map((figures) => figures.replace(/^0+(?=\d)/u, '')).join('-');
