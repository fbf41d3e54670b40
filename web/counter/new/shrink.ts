/** The longest side of a picture as it is sent: letters on a photographed page can still be read. */
const LONGEST = 2000;
const QUALITY = 0.82;
/** What is small already is sent as it is. */
const SMALL_BYTES = 400 * 1024;

/**
 * A picture of a phone made small enough for a bad line; anything else, and what cannot be read here, as it is. `bare`: drawn anew whatever
 * its size, so that nothing is left in it of where it was taken and with what.
 */
export async function shrunk(file: File, bare = false): Promise<File> {
  if (!/^image\/(?:jpeg|png|webp|heic|heif)$/u.test(file.type) || (file.size <= SMALL_BYTES && !bare)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return bare || blob.size < file.size
      ? new File([blob], file.name.replace(/\.\w+$/u, '.jpg'), { type: 'image/jpeg' })
      : file;
  } catch {
    return file;
  }
}
