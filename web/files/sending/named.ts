/** What a browser calls a picture that has no name: a pasted screenshot, a photo straight from an iPhone's camera. */
const NAMELESS = /^image\.(\w+)$/i;
const inCity = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/**
 * A file under a name by which it is known again: `截图 2026-03-13 142233.png` by the city's clock, `word` being what such a
 * picture is called. One that has a name keeps it.
 */
export function named(file: File, word: string, at: Date): File {
  const extension = NAMELESS.exec(file.name)?.[1];
  if (!extension) return file;
  const name = `${word} ${inCity.format(at).replaceAll(':', '')}.${extension.toLowerCase()}`;
  return new File([file], name, { type: file.type, lastModified: file.lastModified });
}
