/** 大、中、小、微型; unknown: what is known does not tell; none: the standard has no classes for such an enterprise. */
export const SIZE_CLASSES = ['large', 'medium', 'small', 'micro', 'unknown', 'none'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** What the class is derived from; money in fen. Null where nobody knows it. */
export type SizeFacts = {
  /** As `industryOf` gives it. */
  readonly industry: string | null;
  readonly staff: number | null;
  readonly revenue: number | null;
  readonly assets: number | null;
};

/** From how many on an enterprise is large, medium, small by this fact; money in 万元, as the standard has it. */
type Limits = readonly [large: number, medium: number, small: number];
type Row = { readonly staff?: Limits; readonly revenue?: Limits; readonly assets?: Limits };

/**
 * 工信部联企业〔2011〕300号《中小企业划型标准规定》, article 4 (1) to (16). Each class takes every fact at its lower limit or
 * above, so an enterprise has the lowest class that one of its facts gives.
 */
const STANDARD = {
  agriculture: { revenue: [20_000, 500, 50] },
  industry: { staff: [1000, 300, 20], revenue: [40_000, 2000, 300] },
  construction: { revenue: [80_000, 6000, 300], assets: [80_000, 5000, 300] },
  wholesale: { staff: [200, 20, 5], revenue: [40_000, 5000, 1000] },
  retail: { staff: [300, 50, 10], revenue: [20_000, 500, 100] },
  transport: { staff: [1000, 300, 20], revenue: [30_000, 3000, 200] },
  storage: { staff: [200, 100, 20], revenue: [30_000, 1000, 100] },
  post: { staff: [1000, 300, 20], revenue: [30_000, 2000, 100] },
  lodging: { staff: [300, 100, 10], revenue: [10_000, 2000, 100] },
  catering: { staff: [300, 100, 10], revenue: [10_000, 2000, 100] },
  information: { staff: [2000, 100, 10], revenue: [100_000, 1000, 100] },
  software: { staff: [300, 100, 10], revenue: [10_000, 1000, 50] },
  estateDevelopment: { revenue: [200_000, 1000, 100], assets: [10_000, 5000, 2000] },
  propertyManagement: { staff: [1000, 300, 100], revenue: [5000, 1000, 500] },
  leasing: { staff: [300, 100, 10], assets: [120_000, 8000, 100] },
  other: { staff: [300, 100, 10] },
} as const satisfies Record<string, Row>;

/**
 * Which row an industry has, after 国统字〔2017〕213号, which maps the standard to GB/T 4754-2017. The longest beginning counts;
 * null: the standard is not for it (rail, finance, education, health, 704 自有房地产 and others).
 */
const ROWS: Readonly<Record<string, keyof typeof STANDARD | null>> = {
  A: 'agriculture',
  B: 'industry',
  C: 'industry',
  D: 'industry',
  E: 'construction',
  F51: 'wholesale',
  F52: 'retail',
  G53: null,
  G54: 'transport',
  G55: 'transport',
  G56: 'transport',
  G57: 'transport',
  G58: 'transport',
  G591: 'transport',
  G592: 'storage',
  G593: 'storage',
  G594: 'storage',
  G595: 'storage',
  G596: 'storage',
  G599: 'storage',
  G60: 'post',
  H61: 'lodging',
  H62: 'catering',
  I63: 'information',
  I64: 'information',
  I65: 'software',
  J: null,
  K701: 'estateDevelopment',
  K702: 'propertyManagement',
  K703: 'other',
  K704: null,
  K709: 'other',
  L: 'leasing',
  M: 'other',
  N: 'other',
  O: 'other',
  P: null,
  Q84: null,
  Q85: 'other',
  R: 'other',
  S: null,
  T: null,
};

const FEN_PER_WAN = 1_000_000;
const CLASSES = ['large', 'medium', 'small', 'micro'] as const;

/** The class of an enterprise. Unknown unless what is known decides it: one fact below the small limit makes a micro one. */
export function sizeClassOf({ industry, staff, revenue, assets }: SizeFacts): SizeClass {
  const named = industry === null ? undefined : rowOf(industry);
  if (named === undefined) return 'unknown';
  if (named === null) return 'none';
  const row: Row = STANDARD[named];
  const ranks = [
    rankOf(row.staff, staff),
    rankOf(row.revenue, revenue, FEN_PER_WAN),
    rankOf(row.assets, assets, FEN_PER_WAN),
  ].filter((rank) => rank !== undefined);
  if (ranks.includes(3)) return 'micro';
  const known = ranks.filter((rank) => rank !== null);
  return known.length < ranks.length ? 'unknown' : CLASSES[Math.max(...known)]!;
}

/** The row of an industry; undefined where its code is too short to tell. */
function rowOf(industry: string): keyof typeof STANDARD | null | undefined {
  for (let length = Math.min(industry.length, 4); length > 0; length--) {
    const row = ROWS[industry.slice(0, length)];
    if (row !== undefined) return row;
  }
  return undefined;
}

/** The place in `CLASSES` that a fact gives; null where it is unknown, undefined where the row does not ask for it. */
function rankOf(limits: Limits | undefined, value: number | null, unit = 1): number | null | undefined {
  if (limits === undefined) return undefined;
  if (value === null) return null;
  const rank = limits.findIndex((limit) => value >= limit * unit);
  return rank < 0 ? 3 : rank;
}
