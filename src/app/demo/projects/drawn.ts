import { crc32, deflateSync } from 'node:zlib';

const [WIDE, HIGH, HORIZON] = [480, 320, 150];
type Colour = readonly [number, number, number];
const [SKY, EARTH, PATH, TRUNK, LEAF]: readonly Colour[] = [
  [206, 222, 230],
  [150, 128, 96],
  [188, 176, 154],
  [104, 78, 52],
  [72, 124, 72],
];

/** A site as a child would draw it, for the readings of an invented city: rows of saplings on both sides of a path. A PNG, the same each time. */
export function drawnSite(): Buffer {
  const rows = Array.from({ length: HIGH }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDE }, (_, x) => colourAt(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDE, 0);
  head.writeUInt32BE(HIGH, 4);
  // 8 bits a channel, RGB.
  head.set([8, 2, 0, 0, 0], 8);
  const body = deflateSync(Buffer.concat(rows), { level: 9 });
  const parts = [chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

/** The saplings stand nearer and larger the further down they are drawn. */
const SAPLINGS = [0, 1, 2, 3].flatMap((row) =>
  [-2, -1, 1, 2].map((side) => {
    const size = 14 + row * 12;
    return { x: WIDE / 2 + side * (60 + row * 26), foot: HORIZON + 22 + row * 42, size };
  }),
);

function colourAt(x: number, y: number): Colour {
  const nearest = SAPLINGS.findLast(({ x: at, foot, size }) => {
    const [beside, above] = [Math.abs(x - at), foot - y];
    const isTrunk = beside <= size / 10 && above >= 0 && above <= size;
    return isTrunk || Math.hypot(beside, above - size * 1.3) <= size / 2;
  });
  if (nearest) return nearest.foot - y > nearest.size * 0.8 ? LEAF! : TRUNK!;
  if (y < HORIZON) return SKY!;
  return Math.abs(x - WIDE / 2) < 12 + (y - HORIZON) * 0.3 ? PATH! : EARTH!;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
