import { Mechanism } from './contract.ts';

type Path = readonly PropertyKey[];
type Holder = Record<PropertyKey, unknown>;

/** What stands for a part that cannot be read, so that the parts around it can; nothing for what may simply be left out. */
const BLANKS: readonly (readonly [where: RegExp, blank: unknown])[] = [
  [/^key$/, 'blank'],
  [/^number$/, '{n}'],
  [/^visibility$/, 'city'],
  // A number may then ask for rounds or not.
  [/^rounds$/, true],
  [/^(stages|acts|clocks)$/, {}],
  [/(^|\.)name$/, { zh: '?', en: '?' }],
  [/(^|\.)name\.(zh|en)$/, '?'],
  [/^stages\.[^.]+\.phase$/, 'working'],
  [/^acts\.[^.]+\.by$/, ['supervisor']],
  [/^clocks\.[^.]+\.scope$/, 'matter'],
  [/^clocks\.[^.]+\.from$/, ['register']],
  [/^clocks\.[^.]+\.until$/, ['close']],
  [/^clocks\.[^.]+\.limit$/, '1 workday'],
];
/** A part may have to be taken out piece by piece, from within. */
const ROUNDS = 8;

/**
 * A file of the wrong shape with what is wrong taken out or stood in for, so that the rest can be checked in the same go; `touched`
 * are the places of which nothing is known. Null where too little is left.
 */
export function mended(source: unknown): { mechanism: Mechanism; touched: readonly Path[] } | null {
  const whole = { top: structuredClone(source) };
  const touched: Path[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const shaped = Mechanism.safeParse(whole.top);
    if (shaped.success) return { mechanism: shaped.data, touched };
    // From behind, so that taking one out of a list leaves the places of those before it.
    for (const issue of shaped.error.issues.toReversed()) {
      const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      for (const place of places) {
        if (place.length === 0) return null;
        touched.push(place);
        putRight(whole as Holder, ['top', ...place]);
      }
    }
  }
  return null;
}

function putRight(whole: Holder, path: Path): void {
  const blank = BLANKS.find(([where]) => where.test(path.slice(1).join('.')))?.[1];
  const holder = path.slice(0, -1).reduce<unknown>((held, step) => (held as Holder | undefined)?.[step], whole);
  const last = path.at(-1)!;
  if (typeof holder !== 'object' || holder === null) return;
  if (blank !== undefined) (holder as Holder)[last] = structuredClone(blank);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else if (Object.hasOwn(holder, last)) delete (holder as Holder)[last];
  // What is missing and has no stand-in takes with it what it is missing from.
  else if (path.length > 2) putRight(whole, path.slice(0, -1));
}
