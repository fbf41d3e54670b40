/** So much of a text is shown; more would take long to lay out, and nobody reads it here. */
const MOST = 200_000;

/** The text of a file as the server takes it for text: UTF-8, UTF-16 with its mark, or GB18030. `cut` where it goes on. */
export function decode(bytes: ArrayBuffer): { text: string; cut: boolean } {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const encodings = first === 0xff && second === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { text: text.slice(0, MOST), cut: text.length > MOST };
    } catch {
      // Another one, then.
    }
  }
  return { text: new TextDecoder().decode(bytes).slice(0, MOST), cut: bytes.byteLength > MOST };
}
