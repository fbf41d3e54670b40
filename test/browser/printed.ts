import { extractText, getDocumentProxy } from 'unpdf';

/** Without blanks, which a line's end makes too, and with the characters that a font's radicals stand for (⼊ is 入). */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** What a printed PDF says, sheet by sheet, and how its first sheet lies. */
export async function printed(pdf: Buffer) {
  const file = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(file, { mergePages: false });
  const [, , width, height] = (await file.getPage(1)).view as [number, number, number, number];
  return { sheets: text.map(plain), width, height };
}
