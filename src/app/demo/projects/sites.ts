import { decimalOf, millionths } from '../../../kernel/index.ts';

/** One site of the demo: invented, as the places are. */
export type Site = {
  name: string;
  area: string;
  lead: string;
  longitude: number;
  latitude: number;
  targets: { target: string; quantity: string }[];
};

/** What the city has promised in all: of green area in 亩, of greenway and of vertical greening in 公里. */
const GREEN = '861.47';
const GREENWAY = '18.85';
const VERTICAL = '10';

/** The six categories, with how many projects each has, what it measures, and what its sites are called. */
const CATEGORIES = [
  ['城区游园', 16, ['green-area'], '游园'],
  ['道路绿化', 14, ['green-area'], '道路绿化提升'],
  ['绿道建设', 8, ['green-area', 'greenway'], '绿道'],
  ['立体绿化', 8, ['vertical'], '高架立体绿化'],
  ['河道生态', 8, ['green-area', 'greenway'], '滨河生态廊道'],
  ['庭院小区', 8, ['green-area'], '小区绿化'],
] as const;
const PLACES =
  '芙蓉 莲塘 望湖 听雨 书院 南湾 青石 柳岸 春申 和平 建安 文昌 广济 长乐 永宁 东关 西苑 北辰 双桥 龙泉 云溪'.split(' ');
const LEADS = ['chengguan', 'donghu', 'zhujian', 'qinghe', 'shuili', 'shiliang', 'kaifaqu', 'jiaotong'];
/** The middle of the invented city, and how far its sites lie from it, in degrees. */
const MIDDLE = { longitude: 113.62, latitude: 33.94 };
const REACH = { longitude: 0.16, latitude: 0.11 };

/** The 62 projects; what they promise adds up to the very numbers that the city has promised. The same each time. */
export function sites(): Site[] {
  const all = CATEGORIES.flatMap(([area, count, targets, kind], c) =>
    Array.from({ length: count }, (_, i) => ({ area, targets, kind, n: c * 17 + i, i })),
  );
  const shares = new Map(
    (
      [
        ['green-area', GREEN, 4n],
        ['greenway', GREENWAY, 4n],
        ['vertical', VERTICAL, 4n],
      ] as const
    ).map(([target, whole, places]) => [
      target,
      divided(whole, all.filter((one) => one.targets.some((t) => t === target)).length, places),
    ]),
  );
  const taken = new Map<string, number>();
  return all.map(({ area, targets, kind, n, i }, place) => {
    const turn = place * 137.508 * (Math.PI / 180);
    const far = Math.sqrt((place + 1) / all.length);
    return {
      name: `${PLACES[n % PLACES.length]}${kind}${i >= PLACES.length ? '二期' : ''}`,
      area,
      lead: LEADS[(place * 5) % LEADS.length]!,
      longitude: round(MIDDLE.longitude + REACH.longitude * far * Math.cos(turn)),
      latitude: round(MIDDLE.latitude + REACH.latitude * far * Math.sin(turn)),
      targets: targets.map((target) => {
        const next = taken.get(target) ?? 0;
        taken.set(target, next + 1);
        return { target, quantity: shares.get(target)![next]! };
      }),
    };
  });
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** A whole divided into uneven parts of two digits behind the point; the last takes what is left. */
function divided(whole: string, into: number, places: bigint): string[] {
  const unit = 10n ** places;
  const all = millionths(whole) / unit;
  const weights = Array.from({ length: into }, (_, i) => BigInt(60 + ((i * 47) % 83)));
  const sum = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (all * weight) / sum);
  parts[into - 1]! += all - parts.reduce((a, b) => a + b, 0n);
  return parts.map((part) => decimalOf(part * unit));
}
