import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF, its lines as set, pages parted by a blank line. Throws what pdf.js throws. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.join('\n\n');
}
