import { prepare, termsFor, type Closed } from '../src/intake/suggestions/lessons.rules.ts';
import { pack, unpack } from '../src/intake/suggestions/packed.rules.ts';
import { suggest } from '../src/intake/suggestions/suggest.rules.ts';
import { train } from '../src/intake/suggestions/train.rules.ts';
import { chance, zipf } from './world/chance.ts';
import { percentile, type Row } from './row.ts';

const CLOSED = 50_000;
const CATEGORIES = 40;
const ASKED = 400;
/** Each is asked so often. */
const TURNS = 3;
const AIM_MS = 5;
const id = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/**
 * So many closed appeals of forty categories, each of some eighty characters: words of its category among words that all use, a few
 * common and most rare, as in what people write.
 */
function closed(count: number): Closed[] {
  const c = chance(7);
  const word = (): string =>
    Array.from({ length: 2 + c.below(2) }, () => String.fromCodePoint(0x4e00 + c.below(3000))).join('');
  const common = Array.from({ length: 4000 }, word);
  const own = Array.from({ length: CATEGORIES }, () => Array.from({ length: 120 }, word));
  const [ofCommon, ofOwn, ofCategories] = [zipf(4000, 1.1), zipf(120, 1.1), zipf(CATEGORIES, 0.8)];
  return Array.from({ length: count }, (_, n) => {
    const category = ofCategories(c);
    const words = Array.from({ length: 32 }, (_unused, at) =>
      at % 5 === 0 ? own[category]![ofOwn(c)]! : common[ofCommon(c)]!,
    );
    return { id: id(n), text: words.join(''), category: String(category), unit: null };
  });
}

/** Seconds of one core that this process has worked: the same on a machine that others keep busy. */
function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** How long it takes to learn from a city's closed matters, and to suggest a category with its reasons. One thread each. */
export async function bench(): Promise<Row[]> {
  const all = closed(CLOSED + ASKED);
  const since = coreSeconds();
  const { lesson, kinds } = prepare(all.slice(ASKED), 'category', () => true);
  const bytes = pack(train(lesson!.texts, termsFor(kinds)), lesson!.ids);
  const seconds = coreSeconds() - since;
  const { model } = unpack(bytes);
  let right = 0;
  const times = all.slice(0, ASKED).map(({ text, category }) => {
    const turns = Array.from({ length: TURNS }, () => {
      const begun = performance.now();
      const { likely } = suggest(model, { title: '', body: text });
      return { ms: performance.now() - begun, right: likely[0]?.category === category };
    });
    if (turns[0]!.right) right++;
    // The turn that others disturbed least.
    return Math.min(...turns.map(({ ms }) => ms));
  });
  return [
    {
      what: `learning to suggest, of ${CLOSED.toLocaleString('en-US')} closed matters in ${CATEGORIES} categories`,
      measured: seconds,
      unit: 's of one core',
      note: `the newest ${lesson!.texts.length.toLocaleString('en-US')} are learned from; the model has ${(bytes.length / 1e6).toFixed(1)} MB`,
    },
    {
      what: 'one suggestion with its reasons, 95th percentile',
      measured: percentile(times, 0.95),
      unit: 'ms',
      aim: { bound: 'at most', value: AIM_MS, of: 'figure' },
      note: `${right} of ${ASKED} right`,
    },
  ];
}
