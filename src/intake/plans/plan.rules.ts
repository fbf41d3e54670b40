import type { Calendar, Day } from '../../kernel/index.ts';
import { holdsNoTasks, outline, type Node } from '../minutes/outline.rules.ts';
import { RANK } from '../minutes/markers.rules.ts';
import { findQuantities } from '../minutes/quantities.rules.ts';
import { read } from '../minutes/read.rules.ts';
import { mayBeName, namesOnly, saidOf } from './assigned.rules.ts';
import { indicatorsOf, type SaidOfPart } from './indicator.rules.ts';
import type { ReadIndicator } from './naming.rules.ts';
import { isPrinciple, principleIn, principleOf } from './principle.rules.ts';
import { amountsIn } from './unread.rules.ts';

/** One matter of a plan as printed: what stands above others, or an indicator; units by the names that the text gives them. */
type ReadPlanItem = {
  readonly depth: number;
  /** What the whole plan goes by: the first of its items, if there is one. */
  readonly principle: boolean;
  readonly text: string;
  readonly rest: string | null;
  /** Of an indicator: the clause that it was read from. */
  readonly printed: string | null;
  readonly indicator: ReadIndicator | null;
  /** What is said of parts of the year of it. */
  readonly parts: readonly SaidOfPart[];
  readonly lead: readonly string[];
  readonly co: readonly string[];
};

/** A plan as read from its text: its tree from the top down; the passages of which nothing was made; and what has an amount and became no indicator. */
type ReadPlan = {
  readonly title: string;
  readonly year: number;
  readonly items: ReadPlanItem[];
  readonly left: string[];
  readonly unread: string[];
};

/** Who answers for it, as it stands behind a passage. */
const ASSIGNED = /[（(【][^（()）】]{0,120}(?:负责|牵头|责任|配合)[^（()）】]{0,120}[）)】]/gu;

/**
 * Reads the document of a plan into a tree: 一、 are its efforts, （一） its measures, and what has a number in it an indicator of the one in
 * which it stands. What the plan goes by stands above its efforts; sections of general aims hold no tasks. Every word stands in an item or among what is left. Pure.
 */
export function readPlan(source: string, given: { readonly date: Day; readonly calendar: Calendar }): ReadPlan {
  const { articles, left: beside } = read(source, given);
  const [article, ...others] = articles.toSorted((a, b) => b.text.length - a.text.length);
  if (!article) return { title: '', year: Number(given.date.slice(0, 4)), items: [], left: [], unread: [] };
  const { text, title } = article;
  const nodes = outline(text).filter(({ rank }) => rank >= RANK.cn && rank <= RANK.digit);
  const left: string[] = [];
  const unread: string[] = [];
  const preface = text.slice(0, nodes[0]?.at ?? text.length).trim();
  const guiding: string[] = [];
  if (preface && preface !== title) {
    const { said, rest } = principleIn(preface);
    guiding.push(...said);
    unread.push(...said.flatMap(amountsIn));
    left.push(rest);
  }
  const items: ReadPlanItem[] = [];
  let upTo = nodes[0]?.at ?? text.length;
  for (const node of nodes) {
    // What stands under a marker of which nothing is made, such as a chapter between two efforts.
    if (node.at > upTo) left.push(text.slice(upTo, node.at).trim());
    const isAside = holdsNoTasks(node);
    const end = !isAside && node.children.every(({ rank }) => rank > RANK.digit) ? node.treeEnd : node.end;
    upTo = Math.max(upTo, end);
    if (isAside) {
      if (isPrinciple(node)) {
        const words = wordsOf(node, text.slice(node.after, end).trim());
        guiding.push(headed(node, words));
        unread.push(...amountsIn(words));
      } else left.push(text.slice(node.at, end).trim());
      continue;
    }
    const own = article.items.filter((one) => one.start < end && one.end > node.at);
    const found = readNode(text, node, end, unitsOf(own));
    items.push(...found.items);
    left.push(...found.left);
    unread.push(...found.unread);
  }
  left.push(text.slice(upTo).trim());
  const frame = [article, ...others].flatMap(({ title: head, subtitle, byline }) => [
    head,
    subtitle ?? '',
    byline ?? '',
  ]);
  left.push(...frame.filter((words) => words !== title && !text.includes(words)));
  left.push(...others.map((one) => one.text), ...beside);
  const year = Number(/(20\d\d)年/u.exec(`${title}${text.slice(0, 400)}`)?.[1] ?? given.date.slice(0, 4));
  const principle = principleOf(guiding);
  if (principle) {
    left.push(...principle.left);
    for (const [i, item] of items.entries()) items[i] = { ...item, depth: item.depth + 1 };
    const { text: words, rest } = principle;
    items.unshift({ ...ABOVE_ALL, text: words, rest });
  }
  const told = left.filter((words) => /[\p{L}\p{N}]/u.test(words));
  return { title, year, items, left: told, unread: [...new Set([...told.flatMap(amountsIn), ...unread])] };
}

/** What a section says, behind its heading: 总体要求：坚持稳中求进。 */
const headed = ({ heading }: Node, said: string): string => [heading, said].filter(Boolean).join('：');

/** The words of a section, without its heading. */
function wordsOf({ heading }: Node, words: string): string {
  return words.startsWith(heading) ? words.slice(heading.length).replace(/^[。：:\s]+/u, '') : words;
}

const ABOVE_ALL = { depth: 1, principle: true, printed: null, indicator: null, parts: [], lead: [], co: [] } as const;

/** What one number of the enumeration makes: a measure with its indicators, or indicators alone; `printed`: whom its brackets and labels name. */
function readNode(text: string, node: Node, end: number, printed: Units): Pick<ReadPlan, 'items' | 'left' | 'unread'> {
  // A heading that says how much is the first of its sentences: 新增规上企业60家。责任单位：市工信局。
  const heading = indicatorsOf(node.heading);
  const isName =
    node.heading !== '' && heading.parts.length === 0 && !heading.indicators.some((one) => one.in !== null);
  const whole = text.slice(isName ? Math.max(node.body, node.lead) : node.after, end);
  const own = whole.replaceAll(ASSIGNED, '');
  const before: ReadIndicator[] = [];
  const sentences = own.split(/(?<=[。；\n])/u).map((sentence) => {
    const { text: said, told, ...who } = saidOf(sentence);
    const found = indicatorsOf(said, before);
    before.push(...found.indicators);
    return { who, told, ...found };
  });
  const spoken = unitsOf(sentences.map(({ who }) => who));
  // Whoever stands in a bracket or on a line of labels answers for the whole passage.
  const above = { depth: depthOf(node), ...(printed.lead.length > 0 ? printed : spoken) };
  const parts = sentences.flatMap((one) => one.parts);
  const besides = sentences.flatMap((one) => one.besides);
  const left = parts.filter(({ of }) => of === null).map(({ words }) => words);
  const isBottom = node.rank >= RANK.digit && (before.length > 0 || (!isName && parts.length > 0));
  const whoseOf = (who: Units): Units => (who.lead.length > 0 ? unitsOf([who]) : above);
  // Whom an item will have: a name that is none's stays with the words.
  const kept = namesOf(
    isBottom ? unitsOf(sentences.flatMap(({ who, indicators }) => indicators.map(() => whoseOf(who)))) : above,
  );
  // What a bracket says besides names is of all that it stands behind.
  const remarks = [...whole.matchAll(ASSIGNED)].map(([one]) => one).filter((one) => !namesOnly(one, kept));
  const rest = [...sentences.flatMap(restOf(kept)), ...(isBottom ? [] : remarks)].join('');
  const unread = amountsIn(rest);
  const items: ReadPlanItem[] = [];
  if (!isBottom) {
    const words = node.heading || firstClause(saidOf(own).text) || text.slice(node.at, node.after);
    if (isName) unread.unshift(...amountsIn(words));
    items.push({
      ...above,
      principle: false,
      text: words,
      rest: rest && rest !== words ? rest : null,
      printed: null,
      indicator: null,
      parts: [],
    });
  } else if (rest) left.push(rest);
  const named = isBottom ? [...(isName ? [node.heading] : []), ...remarks] : [];
  if (before.length === 0) left.push(...named);
  for (const { who, told, indicators, printed: clauses } of sentences)
    for (const indicator of indicators) {
      const units = whoseOf(who);
      const names = namesOf(units);
      const loose = besides.filter(({ of }) => of === indicator).map(({ words }) => words);
      const more = told.filter((one) => !namesOnly(one, names));
      unread.push(
        ...more.flatMap(amountsIn),
        ...loose.flatMap(amountsIn).filter((words) => findQuantities(words, []).length === 0),
      );
      const shares = parts.filter(({ of, share }) => of === indicator && share).map(({ words }) => words);
      items.push({
        lead: units.lead,
        co: units.co,
        depth: above.depth + (isBottom ? 0 : 1),
        principle: false,
        text: indicator.text,
        // What belongs to it stands with it, and is what its unit is to mind.
        rest: [...named, ...shares, ...loose, ...more].join('；') || null,
        printed: clauses.get(indicator) ?? null,
        indicator,
        parts: parts.filter(({ of, share }) => of === indicator && !share),
      });
    }
  return { items, left, unread };
}

/** What a sentence leaves that makes no indicator: its words, and what it says of who answers for it and for whom no name is kept. */
const restOf =
  (names: readonly string[]) =>
  ({ rest, told, indicators }: { rest: string; told: readonly string[]; indicators: readonly ReadIndicator[] }) => [
    rest,
    ...(indicators.length > 0 ? [] : told.filter((one) => !namesOnly(one, names))),
  ];
const namesOf = ({ lead, co }: Units): string[] => [...lead, ...co];

type Units = Pick<ReadPlanItem, 'lead' | 'co'>;
/** Whom some passages name, each once. */
const unitsOf = (all: readonly Units[]): Units => ({
  lead: [...new Set(all.flatMap(({ lead }) => lead.filter(mayBeName)))],
  co: [...new Set(all.flatMap(({ co }) => co.filter(mayBeName)))],
});

/** How many of its kinds of numbering stand above it: 一、 is the first, whatever is left out between. */
function depthOf(node: Node): number {
  let depth = 1;
  for (let at = node.parent; at; at = at.parent) if (at.rank >= RANK.cn) depth++;
  return depth;
}

const firstClause = (text: string): string =>
  text
    .trim()
    .split(/[。；\n]/u)[0]!
    .trim()
    .replace(/[：:，,]$/u, '');
