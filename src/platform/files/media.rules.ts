/** The largest file taken in, in bytes. */
export const FILE_LIMIT = 30 * 1024 * 1024;

/**
 * What may be kept: documents, pictures and films that carry no program with them. The first extension is the usual one. What stands
 * below CSV and text is kept to be downloaded; the page shows none of it.
 */
const EXTENSIONS = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'md', 'log'],
  'application/ofd': ['ofd'],
  'application/msword': ['doc', 'wps'],
  'application/vnd.ms-excel': ['xls', 'et'],
  'image/heic': ['heic', 'heif'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
} as const;

export type MediaType = keyof typeof EXTENSIONS;

/** All that may be kept, as a browser’s field for files asks for it. */
export const ACCEPTED: string = Object.values(EXTENSIONS)
  .flat()
  .map((extension) => `.${extension}`)
  .join(',');

/** What the bytes turned out to be: a kind that may be kept, or why not. */
export type Sniffed =
  | { readonly media: MediaType }
  | { readonly not: 'empty' | 'encrypted-or-old' | 'macros' | 'archive' | 'unknown' | Promised };

/** Text under a name that promises something else: whoever opens it finds a picture that is none. */
type Promised = 'no-picture' | 'no-workbook' | 'no-document' | 'no-film';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const OFD = 'application/ofd';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The kind of a file by its bytes; the name only tells CSV from plain text, and that a text is not what it is called. What a sender
 * claims is not asked at all.
 * Text may be UTF-8, UTF-16 with its mark, or GB18030. The page asks this before it sends a byte, the server before it keeps one.
 */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const starts = (hex: string, at = 0) => startsWith(bytes, hex, at);
  if (bytes.length === 0) return { not: 'empty' };
  if (holds(bytes.subarray(0, 1024), '%PDF-')) return { media: 'application/pdf' };
  if (starts('89504e470d0a1a0a')) return { media: 'image/png' };
  if (starts('ffd8ff')) return { media: 'image/jpeg' };
  if (starts('52494646') && starts('57454250', 8)) return { media: 'image/webp' };
  if (starts('66747970', 4)) return sniffBoxes(bytes);
  if (starts('d0cf11e0a1b11ae1')) return sniffCompound(bytes);
  if (starts('504b0304')) return sniffZip(bytes);
  if (ARCHIVES.some((hex) => starts(hex))) return { not: 'archive' };
  if (!isText(bytes)) return { not: 'unknown' };
  const promised = promisedBy(name);
  if (promised) return { not: promised };
  return { media: name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain' };
}

/** What a name promises by its extension that no text is. */
function promisedBy(name: string): Promised | null {
  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  const found = Object.entries(EXTENSIONS).find(([, some]) => (some as readonly string[]).includes(extension));
  const media = name.includes('.') ? (found?.[0] ?? '') : '';
  if (media === '' || media.startsWith('text/')) return null;
  if (media.startsWith('image/')) return 'no-picture';
  if (media.startsWith('video/')) return 'no-film';
  return media === XLSX || media === 'application/vnd.ms-excel' ? 'no-workbook' : 'no-document';
}

/** RAR, 7z, gzip, and a ZIP with nothing in it. */
const ARCHIVES = ['526172211a07', '377abcaf271c', '1f8b08', '504b0506'];

function sniffZip(bytes: Uint8Array): Sniffed {
  if (holds(bytes, 'vbaProject.bin')) return { not: 'macros' };
  if (holds(bytes, '[Content_Types].xml')) {
    if (holds(bytes, 'word/document.xml')) return { media: DOCX };
    if (holds(bytes, 'xl/workbook.xml')) return { media: XLSX };
  }
  return holds(bytes, 'OFD.xml') ? { media: OFD } : { not: 'archive' };
}

/** The old container of Word, Excel and WPS, known by the names of its streams; a password puts a .docx into one as well. */
function sniffCompound(bytes: Uint8Array): Sniffed {
  const stream = (name: string) => holds(bytes, [...name].map((letter) => `${letter}\0`).join(''));
  if (stream('EncryptedPackage')) return { not: 'encrypted-or-old' };
  if (stream('_VBA_PROJECT')) return { not: 'macros' };
  if (stream('WordDocument')) return { media: 'application/msword' };
  if (stream('Workbook')) return { media: 'application/vnd.ms-excel' };
  return { not: 'encrypted-or-old' };
}

/** A film or a phone's picture, by its main brand. */
function sniffBoxes(bytes: Uint8Array): Sniffed {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  if (/^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)$/.test(brand)) return { media: 'image/heic' };
  if (brand === 'qt  ') return { media: 'video/quicktime' };
  return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |mmp4|MSNV|dash)$/.test(brand) ? { media: 'video/mp4' } : { not: 'unknown' };
}

const startsWith = (bytes: Uint8Array, hex: string, at = 0): boolean =>
  bytes.length >= at + hex.length / 2 &&
  hex.match(/../g)!.every((byte, n) => bytes[at + n] === Number.parseInt(byte, 16));

/** Whether these characters, each a byte, stand anywhere in it. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, n) => bytes[at + n] === byte)) return true;
  return false;
}

function isText(bytes: Uint8Array): boolean {
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

/**
 * Whether the first bytes of a file already say that it will be refused: the rest need not come. What may still turn out well, a ZIP
 * or a text cut within a letter, is left until it is whole.
 */
export function hopeless(head: Uint8Array): boolean {
  const sniffed = sniff(head, '');
  if ('media' in sniffed) return false;
  if (sniffed.not === 'archive') return !startsWith(head, '504b03');
  return sniffed.not === 'unknown' && !startsWith(head, 'fffe') && head.subarray(0, 1024).includes(0);
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
