import { closeUp, joinWrapped, widthOf, type Block } from './layout.rules.ts';

/** An article of a newspaper page before anything in it is read. */
export type RawArticle = {
  readonly kind: 'article' | 'caption';
  readonly title: string;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
};

const OPENING = /^(?:本报(?:讯|综合消息)|本报.{1,8}(?:讯|电)|新华社.{1,8}电|[^，。]{2,6}讯[（(])/u;
const CREDIT = /(?:摄|供图|图片提供)(?:影)?[）)]?$/u;
const AUTHOR = /^[（(]?(?:本报)?(?:记者|通讯员|特约记者|实习生)/u;
const PICTURED = /^\s*(?:图为|[上下左右]图|图[一二三四①②③④\d])/u;
const SENTENCE_END = /[。！？!?][”」]?$/u;

type Part = { readonly kind: 'body' | 'display'; readonly blocks: Block[] };

/** Whether a text is a newspaper page: at least one article begins as newspapers' articles do. */
export const isNewspaper = (blocks: readonly Block[]): boolean =>
  blocks.some((b) => b.some((l) => OPENING.test(closeUp(l.text))));

/**
 * Cuts a page into articles and captions. Bodies are what ends in full stops; short lines without one are display: titles,
 * kickers, subtitles. Where the page ends on display, titles stand after their bodies. `left` is display of no article.
 */
export function cutPage(blocks: readonly Block[]): { articles: RawArticle[]; left: string[] } {
  const parts = joinParts(blocks);
  const after = parts.at(-1)?.kind === 'display' && parts.filter((p) => p.kind === 'body').length > 0;
  const articles: RawArticle[] = [];
  const left: string[] = [];
  parts.forEach((part, i) => {
    if (part.kind === 'body') {
      const beside = parts[after ? i + 1 : i - 1];
      articles.push(...articlesOf(part.blocks, beside?.kind === 'display' ? beside.blocks : [], after));
      return;
    }
    const owner = parts[after ? i - 1 : i + 1];
    if (owner?.kind !== 'body') left.push(...part.blocks.flat().map((l) => titleLine(l.text)));
  });
  return { articles, left };
}

/** Blocks in which a title follows its body, or an opening its title, without a blank line, in pieces. */
function apart(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, b) => {
    const cuts = new Set<number>();
    block.forEach((line, i) => {
      if (i === 0 || !OPENING.test(closeUp(line.text))) return;
      const from = titleBefore(block, i);
      if (from !== null) cuts.add(from).add(i);
    });
    const next = blocks[b + 1];
    if (next === undefined || OPENING.test(closeUp(next[0]!.text))) {
      const from = titleBefore(block, block.length);
      if (from !== null && from > 0) cuts.add(from);
    }
    const edges = [0, ...[...cuts].filter((c) => c > 0 && c < block.length).toSorted((x, y) => x - y), block.length];
    return edges.slice(1).map((to, i) => block.slice(edges[i], to));
  });
}

/** Where the title lines before line `to` begin: behind a full stop, or with the block; null in mid-sentence. */
function titleBefore(block: Block, to: number): number | null {
  for (let from = to; from >= 0 && to - from <= 4; from--) {
    if (from === 0 || SENTENCE_END.test(block[from - 1]!.text)) return from;
    const text = closeUp(block[from - 1]!.text);
    if (/[。；：]|[，、]$/u.test(text) || widthOf(text) > 40 || CREDIT.test(text)) return null;
  }
  return null;
}

function joinParts(given: readonly Block[]): Part[] {
  const blocks = apart(given);
  const parts: Part[] = [];
  let ended = true;
  const texts = blocks.map((block) => closeUp(block.map((l) => l.text).join('')));
  for (const [i, block] of blocks.entries()) {
    const text = texts[i]!;
    const opens = OPENING.test(text);
    const next = texts[i + 1];
    // A line with a comma may be the first of a column: it is display only where nothing runs on from it.
    const runsOn = /[，、]/u.test(text) && next !== undefined && !OPENING.test(next) && /[。；]/u.test(next);
    const display: boolean = ended && !opens && !runsOn && isDisplay(block, text);
    const last = parts.at(-1);
    const kind = display ? 'display' : 'body';
    // After a credit (摄) or at an opening (本报讯) another body begins.
    if (last === undefined || last.kind !== kind || (kind === 'body' && opens)) parts.push({ kind, blocks: [block] });
    else last.blocks.push(block);
    ended = display || SENTENCE_END.test(text) || CREDIT.test(text);
  }
  return parts;
}

/** Few short lines, none with a full stop or a comma in the manner of running text. */
function isDisplay(block: Block, text: string): boolean {
  if (block.length > 4 || /[。；]/u.test(text) || CREDIT.test(text)) return false;
  if (AUTHOR.test(text)) return true;
  return (
    block.every((l) => widthOf(closeUp(l.text)) <= 40) && !/，[^，]{12,}，/u.test(text) && !/[，、；：]$/u.test(text)
  );
}

/**
 * A body may hold captions: each ends with its photographer. The headline is that of the article beside it, or of the only
 * picture, when there is no article.
 */
function articlesOf(blocks: readonly Block[], display: readonly Block[], after: boolean): RawArticle[] {
  const made: RawArticle[] = [];
  const bodies: { at: number; blocks: readonly Block[] }[] = [];
  let from = 0;
  blocks.forEach((block, i) => {
    if (!CREDIT.test(closeUp(block.at(-1)!.text))) return;
    const caption = captionStart(blocks, from, i);
    if (caption > from) {
      bodies.push({ at: made.length, blocks: blocks.slice(from, caption) });
      made.push(article(blocks.slice(from, caption), []));
    }
    const credit = block.map((l) => l.text).join(' ');
    made.push({
      kind: 'caption',
      title: '',
      subtitle: null,
      byline: i > caption ? credit : null,
      paragraphs: joinWrapped(blocks.slice(caption, i > caption ? i : i + 1)),
    });
    from = i + 1;
  });
  if (from < blocks.length) {
    bodies.push({ at: made.length, blocks: blocks.slice(from) });
    made.push(article(blocks.slice(from), []));
  }
  const beside = after ? bodies.at(-1) : bodies[0];
  if (beside !== undefined) made[beside.at] = article(beside.blocks, display);
  else if (display.length > 0) made[0] = { ...made[0]!, ...headlines(display) };
  return made;
}

/**
 * A caption is set line by line, each line a block of its own. Where the paragraphs of the article before it are lines too, it
 * begins with 图为, or is the one line above the credit.
 */
function captionStart(blocks: readonly Block[], from: number, credit: number): number {
  let start = credit;
  while (start > from && blocks[start - 1]!.length === 1) start--;
  const opening = blocks.slice(start, credit).findIndex((b) => OPENING.test(closeUp(b[0]!.text)));
  if (opening < 0) return start;
  for (let i = credit; i > start + opening; i--) if (PICTURED.test(blocks[i]![0]!.text)) return i;
  const byline = AUTHOR.test(closeUp(blocks[credit]![0]!.text)) && blocks[credit]!.length === 1;
  return byline ? Math.max(credit - 1, start + opening + 1) : credit;
}

function article(blocks: readonly Block[], display: readonly Block[]): RawArticle {
  const own = display.filter((b) => !AUTHOR.test(closeUp(b[0]!.text)));
  const author = display.find((b) => AUTHOR.test(closeUp(b[0]!.text)));
  const { title, subtitle } = headlines(own);
  const opening = bylineOf(blocks);
  const paragraphs = joinWrapped(blocks);
  if (opening !== null && paragraphs[0] !== undefined) paragraphs[0] = paragraphs[0].replace(closeUp(opening), opening);
  return {
    kind: 'article',
    title,
    subtitle,
    byline: opening ?? (author === undefined ? null : spacedNames(author.map((l) => l.text).join(' '))),
    paragraphs,
  };
}

function headlines(blocks: readonly Block[]): { title: string; subtitle: string | null } {
  const lines = blocks.map((b) => b.map((l) => titleLine(l.text)));
  const below = (line: string): boolean => /^[—–-]{1,2}/u.test(line) || /等(?:参加|出席|陪同)$/u.test(line);
  const titles = lines.map((b) => b.filter((l) => !below(l))).filter((b) => b.length > 0);
  // Of two headlines the one in two halves is the title, the plain one its kicker.
  const main =
    titles.length > 1 ? (titles.find((b) => b.length > 1 || / /u.test(b[0]!)) ?? titles[0]!) : (titles[0] ?? []);
  const rest = [...titles.filter((b) => b !== main).flat(), ...lines.flat().filter(below)];
  return { title: joinTitle(main), subtitle: rest.length > 0 ? rest.join(' ') : null };
}

/** Two lines of (nearly) equal length are a couplet and keep a space between them. */
const joinTitle = (lines: readonly string[]): string =>
  lines.reduce(
    (title, line) =>
      title === '' ? line : Math.abs(title.length - line.length) <= 1 ? `${title} ${line}` : title + line,
    '',
  );

/** A headline's own spaces stay where they part two phrases; beside digits and between single characters they go. */
function titleLine(text: string): string {
  const words = text.trim().split(/ +/u);
  if (words.length > 2 && words.every((w) => w.length <= 2)) return words.join('');
  return words.reduce(
    (line, word) =>
      line === '' ? word : /\d$/u.test(line) || /^\d/u.test(word) || word.length < 2 ? line + word : `${line} ${word}`,
    '',
  );
}

/** 本报讯（记者 张三 通讯员 李四）, with one space between role and names even where the line is letter-spaced. */
function bylineOf(blocks: readonly Block[]): string | null {
  const head = blocks
    .flat()
    .slice(0, 4)
    .map((l) => l.text)
    .join(' ');
  const hit = /^[^，。（(]{0,16}[（(][^）)]{1,80}[）)]/u.exec(head);
  if (hit === null || !OPENING.test(closeUp(hit[0]))) return null;
  return closeUp(hit[0].replace(/[（(].*$/su, '')) + spacedNames(/[（(].*$/su.exec(hit[0])![0]);
}

function spacedNames(text: string): string {
  const roles = /(本报记者|全媒体记者|融媒体记者|首席记者|特约记者|见习记者|实习记者|记者|通讯员|实习生|摄影)/u;
  return closeUp(text)
    .split(roles)
    .reduce(
      (line, part, i) =>
        i % 2 === 1 ? `${line}${/[\u4e00-\u9fff]$/u.test(line) ? ' ' : ''}${part} ` : line + names(part, text),
      '',
    )
    .trim()
    .replace(/ (?=[）)])/gu, '');
}

/** The names as spaced in the source, unless every character stands alone. */
function names(closed: string, source: string): string {
  const end = closed.match(/[）)]$/u)?.[0] ?? '';
  const run = closed.slice(0, closed.length - end.length);
  if (run.length < 4) return closed;
  const spaced =
    new RegExp(
      run
        .split('')
        .map((c) => c.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
        .join(' ?'),
      'u',
    ).exec(source)?.[0] ?? run;
  return (spaced.split(' ').every((w) => w.length === 1) ? run : spaced) + end;
}
