/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'text' | 'pdf' | 'zip' | 'ole' | 'rtf' | 'picture';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

/** What a file is by its first bytes, whatever its name says; what bears no known signature is a text. */
export const fileKind = (bytes: Uint8Array): FileKind =>
  SIGNATURES.find(([, signature]) => signature.every((b, i) => bytes[i] === b))?.[0] ?? 'text';

/** Office keeps an encrypted DOCX as an OLE file with a stream of this name (UTF-16). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
}
