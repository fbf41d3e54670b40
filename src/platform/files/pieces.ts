/** So much is kept at once: a cut costs at most this, and thirty megabytes take some sixty transactions. */
const PIECE_BYTES = 512 * 1024;

/**
 * What comes in, in pieces of about half a megabyte. Where the line breaks off the pieces end, and what came before the
 * break is the last of them: whoever sends asks how far it came, and goes on from there.
 */
export async function* inPieces(coming: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of coming) {
      waiting.push(chunk);
      length += chunk.length;
      if (length < PIECE_BYTES) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  } catch {
    // The sender is gone: there is nobody to tell.
  }
  if (length > 0) yield Buffer.concat(waiting);
}
