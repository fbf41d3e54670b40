/** GB 32100-2015: digits and capital letters without I, O, S, V, Z, each worth its place here. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the place, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/u;

/** A code as people type it, in the one spelling in which it is kept: half-width, capitals, no spaces or hyphens. */
export const creditCodeOf = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '');

/** The check digit for the first 17 signs of a unified social credit code; null where one of them cannot stand there. */
export function creditCheckDigit(first: string): string | null {
  if (first.length !== WEIGHTS.length) return null;
  let sum = 0;
  for (const [place, weight] of WEIGHTS.entries()) {
    const value = SIGNS.indexOf(first[place]!);
    if (value < 0) return null;
    sum += value * weight;
  }
  return SIGNS[(31 - (sum % 31)) % 31]!;
}

/** What is wrong with a code in the kept spelling: its form, its check digit (a sign is mistyped); null where nothing is. */
export function creditCodeFault(code: string): 'form' | 'check' | null {
  if (!FORM.test(code)) return 'form';
  return creditCheckDigit(code.slice(0, 17)) === code[17] ? null : 'check';
}
