import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.rules.ts';

const TEXT = '会议要求，要抓好春灌工作。\n';
/** The same words in GB18030. */
const GB = Buffer.from('bbe1d2e9d2aac7f3a3acd2aad7a5bac3b4bab9e0b9a4d7f7a1a30a', 'hex');
const utf16be = Buffer.from(TEXT, 'utf16le').swap16();
const read = (bytes: Uint8Array): unknown => {
  const result = decodeText(bytes);
  return result.ok ? result.value : result.problem.code;
};

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 little-endian without', Buffer.from(TEXT.repeat(4), 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['GB18030', GB],
  ])('%s is read', (_, bytes) => expect(String(read(bytes)).replaceAll(TEXT, '')).toBe(''));

  test.each([
    ['a lone mark', Buffer.from([0xef, 0xbb, 0xbf]), 'intake.file-empty'],
    ['white space', Buffer.from(' \n　\n'), 'intake.file-empty'],
    ['bytes of a program', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 11)), 'intake.file-not-text'],
  ])('%s is refused', (_, bytes, code) => expect(read(bytes)).toBe(code));
});
