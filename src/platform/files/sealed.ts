import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';
import type { Caller } from '../identity/contract.ts';
import type { Tx } from '../postgres/index.ts';

// Sealed files at rest. AES-256-GCM with a key of the file's own. A whole file is written in chunks, so that it is read as it is
// deciphered: a prefix drawn for it, then each chunk with its tag. A chunk's nonce is prefix ‖ number ‖ whether it is the last, so that
// none can be left out, moved or cut off; its place is bound to it besides.

const CHUNK = 64 * 1024;
const PREFIX = 7;
const NONCE = 12;
const TAG = 16;

/** What a sealed file is, which its row does not say. */
export type SealedAbout = { readonly name: string; readonly mediaType: string; readonly size: number };
/** What its row says in the place of its name, and of its kind. */
export const SEALED_NAME = '〔密文附件〕';
export const SEALED_MEDIA = 'application/octet-stream';

/** A key of a file, and the same wrapped for whoever uploads it, to be kept beside it until it is attached. */
export type DrawnKey = { readonly key: Buffer; readonly kept: string };

/** Where the keys of sealed files come from; told to platform by the rooms above it. */
export type FileSealing = {
  draw(tx: Tx, caller: Pick<Caller, 'city' | 'seat'>, file: string): Promise<DrawnKey>;
  /**
   * The key of a file, for who may open it. What is attached opens for a purpose that was said, and is noted at `now`.
   * Throws a refusal where they may not; `files.not-found` (404) where they are not to know that it is there.
   */
  open(tx: Tx, caller: Caller, file: { readonly id: string; readonly kept: string | null }, now: Date): Promise<Buffer>;
};

/** A piece by itself, bound to its place: an upload's, or the name. */
export function sealPiece(key: Buffer, bytes: Buffer, place: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where key or place are others, or a byte was changed. */
export function openPiece(key: Buffer, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}

/** What a file is, sealed for its row. */
export const sealAbout = (key: Buffer, id: string, about: SealedAbout): string =>
  sealPiece(key, Buffer.from(JSON.stringify(about)), `${id}/about`).toString('base64');

/** What was sealed by {@link sealAbout}. */
export const openAbout = (key: Buffer, id: string, sealed: string): SealedAbout =>
  JSON.parse(openPiece(key, Buffer.from(sealed, 'base64'), `${id}/about`).toString()) as SealedAbout;

/** A whole file, sealed for its id. */
export function sealBytes(key: Buffer, id: string, bytes: Buffer): Buffer {
  const prefix = randomBytes(PREFIX);
  const out: Buffer[] = [prefix];
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK));
  for (let n = 0; n < chunks; n++) {
    const nonce = nonceOf(prefix, n, n === chunks - 1);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    out.push(cipher.update(bytes.subarray(n * CHUNK, (n + 1) * CHUNK)), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(out);
}

/** The bytes of a sealed file as they are read. Breaks off with an error where one was changed, is missing or is of another file. */
export function openedBytes(key: Buffer, id: string, sealed: Readable): Readable {
  const opening = new Opening(key, id);
  pipeline(sealed, opening, () => undefined);
  return opening;
}

class Opening extends Transform {
  readonly #key: Buffer;
  readonly #id: string;
  #waiting = Buffer.alloc(0);
  #prefix: Buffer | null = null;
  #n = 0;

  constructor(key: Buffer, id: string) {
    super();
    this.#key = key;
    this.#id = id;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#waiting = Buffer.concat([this.#waiting, chunk]);
    this.#attempt(done, () => {
      if (!this.#prefix) {
        if (this.#waiting.length < PREFIX) return;
        this.#prefix = this.#waiting.subarray(0, PREFIX);
        this.#waiting = this.#waiting.subarray(PREFIX);
      }
      // One chunk is held back: only the end says which was the last.
      while (this.#waiting.length > CHUNK + TAG) {
        this.push(this.#open(this.#waiting.subarray(0, CHUNK + TAG), false));
        this.#waiting = this.#waiting.subarray(CHUNK + TAG);
      }
    });
  }

  override _flush(done: TransformCallback): void {
    this.#attempt(done, () => void this.push(this.#open(this.#waiting, true)));
  }

  #attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  #open(chunk: Buffer, last: boolean): Buffer {
    if (!this.#prefix || chunk.length < TAG) throw new Error('a sealed file was cut off');
    const nonce = nonceOf(this.#prefix, this.#n++, last);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(this.#id));
    decipher.setAuthTag(chunk.subarray(-TAG));
    return Buffer.concat([decipher.update(chunk.subarray(0, -TAG)), decipher.final()]);
  }
}

function nonceOf(prefix: Buffer, n: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE);
  prefix.copy(nonce);
  nonce.writeUInt32BE(n, PREFIX);
  nonce[NONCE - 1] = last ? 1 : 0;
  return nonce;
}
