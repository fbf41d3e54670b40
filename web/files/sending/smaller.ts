import { exifOf, withExif } from './exif.ts';

/**
 * A page of A4 that fills the picture has 219 dots an inch at this, more than the 200 of a scan for the archive: what stands
 * on it stays readable. A phone's 4000 or 8000 add nothing but minutes on a weak line.
 */
const LONG_EDGE = 2560;
/** Below this the way is short enough, and the original is worth more than the time. */
const LARGE_BYTES = 1_500_000;
/** Letters stay sharp; lower than this their edges begin to blur. */
const QUALITY = 0.85;
/** A copy that saves less than this is not worth being no longer the original. */
const WORTH = 0.8;

/**
 * A phone's photo made smaller where that saves much and costs nothing that a reader would miss; everything else as it is. A PNG is
 * a screenshot, whose letters JPEG would blur. HEIC becomes JPEG where the browser can read it: nobody else in the office can.
 */
export async function smaller(file: File): Promise<File> {
  const heic = /^image\/hei[cf]$/.test(file.type) || /\.hei[cf]$/i.test(file.name);
  if (!heic && (file.type !== 'image/jpeg' || file.size < LARGE_BYTES)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height));
  if (scale === 1 && !heic) return file;
  const drawn = await draw(picture, scale);
  if (!drawn || (!heic && drawn.size > file.size * WORTH)) return file;
  const exif = exifOf(new Uint8Array(await file.arrayBuffer()));
  const whole = exif ? withExif(new Uint8Array(await drawn.arrayBuffer()), exif) : drawn;
  const name = heic ? file.name.replace(/\.hei[cf]$/i, '.jpg') : file.name;
  return new File([whole], name, { type: 'image/jpeg', lastModified: file.lastModified });
}

function draw(picture: ImageBitmap, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (pen) pen.imageSmoothingQuality = 'high';
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', QUALITY);
  });
}
