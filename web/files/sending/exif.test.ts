import { expect, test } from 'vitest';
import { exifOf, withExif } from './exif.ts';

const JFIF = [0xff, 0xe0, 0, 16, ...'JFIF\0'.split('').map((c) => c.charCodeAt(0)), 1, 1, 0, 0, 1, 0, 1, 0, 0];
const SCAN = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];

/** A JPEG whose EXIF part says that orientation, and the maker's name; its numbers in one order of bytes or the other. */
function photo(orientation: number, little: boolean): Uint8Array<ArrayBuffer> {
  const tiff = new DataView(new ArrayBuffer(8 + 2 + 24 + 4));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 2, little);
  const entry = (at: number, tag: number, type: number) => {
    tiff.setUint16(at, tag, little);
    tiff.setUint16(at + 2, type, little);
    tiff.setUint32(at + 4, 1, little);
  };
  entry(10, 0x010f, 2);
  tiff.setUint8(18, 'M'.charCodeAt(0));
  entry(22, 0x0112, 3);
  tiff.setUint16(30, orientation, little);
  const body = [...'Exif\0\0'].map((c) => c.charCodeAt(0)).concat([...new Uint8Array(tiff.buffer)]);
  return Uint8Array.from([0xff, 0xd8, ...JFIF, 0xff, 0xe1, 0, body.length + 2, ...body, ...SCAN]);
}
const orientationOf = (exif: Uint8Array, little: boolean) => new DataView(exif.buffer, 10).getUint16(30, little);

test.each([true, false])('what a camera noted is kept, upright, in either order of bytes (%s)', async (little) => {
  const exif = exifOf(photo(6, little))!;
  expect(orientationOf(exif, little)).toBe(1);
  expect(exif[10 + 18]).toBe('M'.charCodeAt(0));
  const drawn = Uint8Array.from([0xff, 0xd8, ...JFIF, ...SCAN]);
  const whole = new Uint8Array(await withExif(drawn, exif).arrayBuffer());
  expect(orientationOf(exifOf(whole)!, little)).toBe(1);
  expect([...whole.subarray(-SCAN.length)]).toEqual(SCAN);
});

test.each([
  ['a picture without it', Uint8Array.from([0xff, 0xd8, ...JFIF, ...SCAN])],
  ['bytes that are no picture', Uint8Array.from([1, 2, 3])],
  ['nothing', new Uint8Array()],
  ['one that points outside itself', photo(6, true).map((byte, n) => (n === 34 ? 255 : byte))],
])('%s has none', (_, bytes) => {
  expect(exifOf(bytes)).toBeNull();
});
