/** The largest file taken in, in bytes. */
export const FILE_LIMIT = 30 * 1024 * 1024;

/** What may be kept: documents and pictures that carry no program with them. The first extension is the usual one. */
const EXTENSIONS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'md', 'log'],
} as const;

export type MediaType = keyof typeof EXTENSIONS;

/** What the bytes turned out to be: a kind that may be kept, or why not. */
export type Sniffed =
  | { readonly media: MediaType }
  | { readonly not: 'empty' | 'encrypted-or-old' | 'macros' | 'unknown' };

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The kind of a file by its bytes; the name only tells CSV from plain text, and what a sender claims is not asked at all.
 * Text may be UTF-8, UTF-16 with its mark, or GB18030.
 */
export function sniff(bytes: Buffer, name: string): Sniffed {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  if (bytes.length === 0) return { not: 'empty' };
  if (bytes.subarray(0, 1024).includes('%PDF-')) return { media: 'application/pdf' };
  if (starts('89504e470d0a1a0a')) return { media: 'image/png' };
  if (starts('ffd8ff')) return { media: 'image/jpeg' };
  if (starts('52494646') && starts('57454250', 8)) return { media: 'image/webp' };
  // Old .doc and .xls, and the wrapping that a password puts around a .docx, share one container format.
  if (starts('d0cf11e0a1b11ae1')) return { not: 'encrypted-or-old' };
  if (starts('504b0304')) return sniffOffice(bytes);
  if (!isText(bytes)) return { not: 'unknown' };
  return { media: name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain' };
}

function sniffOffice(bytes: Buffer): Sniffed {
  if (bytes.includes('vbaProject.bin')) return { not: 'macros' };
  if (!bytes.includes('[Content_Types].xml')) return { not: 'unknown' };
  if (bytes.includes('word/document.xml')) return { media: DOCX };
  if (bytes.includes('xl/workbook.xml')) return { media: XLSX };
  return { not: 'unknown' };
}

function isText(bytes: Buffer): boolean {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  return encodings.some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // oxlint-disable-next-line no-control-regex -- looked for on purpose: text has none of them
      return !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
    } catch {
      return false;
    }
  });
}

/** Control characters, and those that turn the reading direction (with which `gpj.exe` reads as `exe.jpg`). */
// oxlint-disable-next-line no-control-regex -- removed on purpose
const INVISIBLE = /[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST = 120;

/**
 * A name under which the file may be shown and saved anywhere: without folders, invisible characters and what Windows
 * forbids, of at most 120 characters, and with an extension that fits what the file is.
 */
export function cleanName(given: string, media: MediaType): string {
  const base = given.normalize('NFC').replace(INVISIBLE, '').split(/[/\\]/).at(-1) ?? '';
  const legal = base.replace(/[<>:"|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  const dot = legal.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [legal.slice(0, dot), legal.slice(dot + 1)] : [legal, ''];
  const fitting: readonly string[] = EXTENSIONS[media];
  const fits = fitting.includes(extension.toLowerCase());
  const whole = [...(fits || extension === '' ? stem : legal)].slice(0, LONGEST).join('') || 'file';
  return `${whole}.${fits ? extension.toLowerCase() : fitting[0]}`;
}
