/** Marker, length and `Exif\0\0` stand before the TIFF header. */
const TIFF = 10;
const ORIENTATION = 0x0112;

/**
 * The EXIF part of a JPEG (when and where it was taken, with what), its orientation set upright, as the picture is drawn
 * again upright. Null where there is none.
 */
export function exifOf(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  for (let at = 2; at + TIFF < jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg[at + 1];
    const end = at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!);
    // The picture itself begins here: what describes it stands before.
    if (marker === 0xda) return null;
    if (marker === 0xe1 && String.fromCharCode(...jpeg.subarray(at + 4, at + 8)) === 'Exif')
      return upright(jpeg.slice(at, end));
    at = end;
  }
  return null;
}

/** The same JPEG with that EXIF part. */
export const withExif = (jpeg: Uint8Array<ArrayBuffer>, exif: Uint8Array<ArrayBuffer>): Blob =>
  new Blob([jpeg.subarray(0, 2), exif, jpeg.subarray(2)], { type: 'image/jpeg' });

function upright(exif: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  try {
    const view = new DataView(exif.buffer, TIFF);
    const little = view.getUint16(0) === 0x4949;
    const first = view.getUint32(4, little);
    const count = view.getUint16(first, little);
    for (let n = 0; n < count; n++) {
      const entry = first + 2 + n * 12;
      if (view.getUint16(entry, little) === ORIENTATION) view.setUint16(entry + 8, 1, little);
    }
    return exif;
  } catch {
    // It points outside itself: better none than one that turns the picture.
    return null;
  }
}
