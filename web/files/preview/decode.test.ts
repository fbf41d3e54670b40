import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const bytes = (...all: number[]) => Uint8Array.from(all).buffer;

test.each([
  ['UTF-8', new TextEncoder().encode('会议纪要').buffer],
  ['GB18030', bytes(0xbb, 0xe1, 0xd2, 0xe9, 0xbc, 0xcd, 0xd2, 0xaa)],
  ['UTF-16 with its mark', bytes(0xff, 0xfe, 0x1a, 0x4f, 0xae, 0x8b, 0xaa, 0x7e, 0x81, 0x89)],
])('a text in %s is read', (_, given) => {
  expect(decode(given)).toEqual({ text: '会议纪要', cut: false });
});

test('of a long text the beginning is shown, and that it goes on is said', () => {
  const { text, cut } = decode(new TextEncoder().encode('甲'.repeat(200_001)).buffer);
  expect([text.length, cut]).toEqual([200_000, true]);
});

test('of no bytes there is no text', () => expect(decode(bytes())).toEqual({ text: '', cut: false }));
