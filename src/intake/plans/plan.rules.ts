import type { Calendar, Day } from '../../kernel/index.ts';
import { holdsNoTasks, outline, type Node } from '../minutes/outline.rules.ts';
import { RANK } from '../minutes/markers.rules.ts';
import { read } from '../minutes/read.rules.ts';
import { saidOf } from './assigned.rules.ts';
import { indicatorsOf, type ReadIndicator, type SaidOfPart } from './indicator.rules.ts';

/** One matter of a plan as printed: what stands above others, or an indicator; units by the names that the text gives them. */
type ReadPlanItem = {
  readonly depth: number;
  readonly text: string;
  readonly rest: string | null;
  readonly indicator: ReadIndicator | null;
  /** What is said of parts of the year of it. */
  readonly parts: readonly SaidOfPart[];
  readonly lead: readonly string[];
  readonly co: readonly string[];
};

/** A plan as read from its text: its tree from the top down, and the passages of which nothing was made. */
type ReadPlan = {
  readonly title: string;
  readonly year: number;
  readonly items: ReadPlanItem[];
  readonly left: string[];
};

/** Who answers for it, as it stands behind a passage. */
const ASSIGNED = /[（(【][^（()）】]{0,120}(?:负责|牵头|责任|配合)[^（()）】]{0,120}[）)】]/gu;

/**
 * Reads the document of a plan into a tree: 一、 are its efforts, （一） its measures, and what has a number in it an indicator of the one in
 * which it stands. Sections of principles and general aims hold no tasks. Pure.
 */
export function readPlan(source: string, given: { readonly date: Day; readonly calendar: Calendar }): ReadPlan {
  const article = read(source, given).articles.toSorted((a, b) => b.text.length - a.text.length)[0];
  if (!article) return { title: '', year: Number(given.date.slice(0, 4)), items: [], left: [] };
  const { text, title } = article;
  const nodes = outline(text).filter(({ rank }) => rank >= RANK.cn && rank <= RANK.digit);
  const left: string[] = [];
  const preface = text.slice(0, nodes[0]?.at ?? text.length).trim();
  if (preface && preface !== title) left.push(preface);
  const unitsIn = (from: number, to: number) => {
    const own = article.items.filter(({ start, end }) => start < to && end > from);
    return unitsOf(own);
  };
  const items: ReadPlanItem[] = [];
  for (const node of nodes) {
    if (holdsNoTasks(node)) {
      left.push(text.slice(node.at, node.end).trim());
      continue;
    }
    const leaf = node.children.every(({ rank }) => rank > RANK.digit);
    const end = leaf ? node.treeEnd : node.end;
    // A heading that says how much is the first of its sentences: 新增规上企业60家。责任单位：市工信局。
    const heading = indicatorsOf(node.heading);
    const isName = node.heading && heading.parts.length === 0 && !heading.indicators.some((one) => one.in !== null);
    const own = text.slice(isName ? Math.max(node.body, node.lead) : node.after, end).replaceAll(ASSIGNED, '');
    const before: ReadIndicator[] = [];
    const sentences = own.split(/(?<=[。；\n])/u).map((sentence) => {
      const { text: said, ...who } = saidOf(sentence);
      const found = indicatorsOf(said, before);
      before.push(...found.indicators);
      return { who, ...found };
    });
    const parts = sentences.flatMap((one) => one.parts);
    left.push(...parts.filter(({ of }) => of === null).map(({ words }) => words));
    const partsOf = (of: ReadIndicator, share: boolean) => parts.filter((one) => one.of === of && one.share === share);
    const spoken = unitsOf(sentences.map(({ who }) => who));
    const printed = unitsIn(node.at, node.end);
    // Whoever stands in a bracket or on a line of labels answers for the whole passage.
    const above = { depth: depthOf(node), ...(printed.lead.length > 0 ? printed : spoken) };
    const indicators = sentences.flatMap(({ who, indicators: found }) =>
      found.map((indicator) => ({ indicator, ...(who.lead.length > 0 ? unitsOf([who]) : {}) })),
    );
    const rest = sentences.map((one) => one.rest).join('');
    const isBottom = node.rank >= RANK.digit && (indicators.length > 0 || (!isName && parts.length > 0));
    if (!isBottom) {
      const words = node.heading || firstClause(saidOf(own).text) || text.slice(node.at, node.after);
      items.push({ ...above, text: words, rest: rest && rest !== words ? rest : null, indicator: null, parts: [] });
    } else if (rest) left.push(rest);
    for (const { indicator, ...who } of indicators)
      items.push({
        ...above,
        ...who,
        depth: above.depth + (isBottom ? 0 : 1),
        text: indicator.text,
        // What belongs to it stands with it, and is what its unit is to mind.
        rest:
          partsOf(indicator, true)
            .map(({ words }) => words)
            .join('；') || null,
        indicator,
        parts: partsOf(indicator, false),
      });
  }
  const year = Number(/(20\d\d)年/u.exec(`${title}${text.slice(0, 400)}`)?.[1] ?? given.date.slice(0, 4));
  return { title, year, items, left };
}

type Units = Pick<ReadPlanItem, 'lead' | 'co'>;
/** Whom some passages name, each once. */
const unitsOf = (all: readonly Units[]): Units => ({
  lead: [...new Set(all.flatMap(({ lead }) => lead))],
  co: [...new Set(all.flatMap(({ co }) => co))],
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
