import { no, ok, problem, type Result } from '../../kernel/index.ts';

/** The encodings in which Chinese minutes come. GB18030 holds GBK and GB2312. */
const CANDIDATES = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What real Chinese text is full of and a wrong decoding is not. */
const COMMON = /[的一在和要工作市会发展建设项目不是，。、：\n ]/gu;
// oxlint-disable-next-line no-control-regex -- these are what tells a picture or a program from a text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/gu;
/** As much of a text as decides which encoding it is in. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file of bytes: by its byte order mark, else as UTF-8 where that fits without a fault, else as the encoding in
 * which it reads most like Chinese. Refuses `intake.file-empty` and `intake.file-not-text`.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  const mark = MARKS.find(([, signature]) => signature.every((b, i) => bytes[i] === b));
  const text = mark === undefined ? likeliest(bytes) : decode(bytes.subarray(mark[1].length), mark[0]);
  if (text === null) return no(problem('intake.file-not-text', {}, { status: 415 }));
  if (text.trim() === '') return no(problem('intake.file-empty', {}, { status: 422 }));
  const sample = text.slice(0, SAMPLE);
  const junk = sample.match(CONTROL)?.length ?? 0;
  return junk * 100 > sample.length ? no(problem('intake.file-not-text', {}, { status: 415 })) : ok(text);
}

function likeliest(bytes: Uint8Array): string | null {
  const utf8 = decode(bytes, 'utf-8');
  const zeros = bytes.subarray(0, SAMPLE).filter((b) => b === 0).length;
  if (utf8 !== null && zeros === 0) return utf8;
  let best: { text: string; score: number } | null = null;
  for (const encoding of CANDIDATES) {
    const text = decode(bytes, encoding);
    if (text === null) continue;
    const sample = text.slice(0, SAMPLE);
    const score =
      ((sample.match(COMMON)?.length ?? 0) - 4 * (sample.match(CONTROL)?.length ?? 0)) / Math.max(1, sample.length);
    if (best === null || score > best.score) best = { text, score };
  }
  return best?.text ?? null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not valid in this encoding; the caller tries the next.
    return null;
  }
}
