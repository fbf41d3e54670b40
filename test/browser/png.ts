import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const COLOURS = 256;

type Chunk = { type: string; data: Buffer };

/**
 * The same picture in at most 256 colours: a screenshot of text is a third as heavy then, and nobody sees it. Takes what
 * Chromium writes: 8 bits a channel, RGB or RGBA, not interlaced. The commonest colours stay exact, the others become the
 * nearest of them.
 */
export function lighter(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR')!.data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const { palette, pixels } = indexed(unfiltered(inflateSync(packed), width * channels, height, channels), channels);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) pixels.copy(lines, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.from(head);
  header[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunksOf(png: Buffer): Chunk[] {
  const found: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Undoes the filters of PNG (its specification, 9.2): each byte was written as a difference to its neighbours. */
function unfiltered(raw: Buffer, stride: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? out[y * stride + x - channels]! : 0;
      const up = y > 0 ? out[(y - 1) * stride + x]! : 0;
      const corner = x >= channels && y > 0 ? out[(y - 1) * stride + x - channels]! : 0;
      const expected = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + expected;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function indexed(bytes: Buffer, channels: number): { palette: Buffer; pixels: Buffer } {
  const count = bytes.length / channels;
  const colourAt = (i: number): number => bytes.readUIntBE(i * channels, 3);
  const seen = new Map<number, number>();
  for (let i = 0; i < count; i++) seen.set(colourAt(i), (seen.get(colourAt(i)) ?? 0) + 1);
  const kept = [...seen.keys()].toSorted((a, b) => seen.get(b)! - seen.get(a)!).slice(0, COLOURS);
  const indexOf = new Map([...seen.keys()].map((colour) => [colour, nearest(colour, kept)]));
  const palette = Buffer.alloc(kept.length * 3);
  for (const [i, colour] of kept.entries()) palette.writeUIntBE(colour, i * 3, 3);
  return { palette, pixels: Buffer.from(Uint8Array.from({ length: count }, (_, i) => indexOf.get(colourAt(i))!)) };
}

function nearest(colour: number, among: readonly number[]): number {
  const distance = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (let i = 1; i < among.length; i++) if (distance(among[i]!) < distance(among[best]!)) best = i;
  return best;
}
