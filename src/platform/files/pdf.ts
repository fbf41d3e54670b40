import { inflateSync } from 'node:zlib';

/** So much of a PDF is unpacked to be looked through, in bytes: what describes a document is small beside its pictures. */
const MOST_UNPACKED = 32 * 1024 * 1024;

/** A name of PDF however it is written: each sign may stand as its number, `/J#61vaScript`. */
function named(name: string): string {
  const signs = [...name].map((sign) => `(?:${sign}|#${sign.charCodeAt(0).toString(16)})`);
  return `/${signs.join('')}(?![\\w#])`;
}

/** An action must say by name that it is a script, or that it starts a program. */
const ACTS = new RegExp(`${named('JavaScript')}|${named('Launch')}`, 'iu');
/** Where a part begins in which the describing of a document is packed, not too far before its bytes. */
const PACKED = new RegExp(`${named('ObjStm')}[^]{0,600}?stream\\r?\\n`, 'gu');

/**
 * Whether a PDF brings a script with it, or something that starts a program when it is opened. The page shows a PDF without running
 * anything; whoever saves it opens it in a program that may. What is enciphered, or packed otherwise than usual, is not looked into.
 */
export function bringsProgram(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (ACTS.test(text)) return true;
  let left = MOST_UNPACKED;
  for (const found of text.matchAll(PACKED)) {
    const unpacked = unpack(bytes.subarray(found.index + found[0].length), left);
    if (ACTS.test(unpacked)) return true;
    left -= unpacked.length;
    if (left <= 0) return false;
  }
  return false;
}

/** What is unpacked up to where it ends, or breaks; nothing of what is more than may be. */
function unpack(bytes: Buffer, most: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength: most }).toString('latin1');
  } catch {
    return '';
  }
}
