import { withoutRadicals } from './radicals.rules.ts';
import { joinVertical } from './vertical.rules.ts';

/** A line of the source without its spaces; `indent`: it began with a paragraph's indent; `stretched`: letter-spaced. */
export type Line = { readonly text: string; readonly indent: boolean; readonly stretched: boolean };
/** Lines between blank lines. */
export type Block = readonly Line[];

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out here
const JUNK = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff]/gu;
const CJK = '\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef\\u2014\\u2018-\\u201d\\u2026';
const SPACE_BY_CHINESE = new RegExp(`(?<=[${CJK}]) +| +(?=[${CJK}])`, 'gu');
const SPACE_BY_DIGIT = new RegExp(`(?<=[${CJK}]) +(?=[\\d(])|(?<=[\\d)%]) +(?=[${CJK}])`, 'gu');
const SPACE_BY_SINGLE = /(?<=(?:^|[^\u0021-\u2e7f])[\u0021-\u2e7f]) (?=[\u0021-\u2e7f](?:$|[^\u0021-\u2e7f]))/gu;
const LETTER_SPACED = /(?<![^ ])[^ ] (?=[^ ] )/gu;
const STOP = /[。！？；：”」』）)》!?;:.…]$/u;
const FULL_STOP = /[。！？!?…][”」』）)]?$/u;
/** Labels of lines in which spaces separate names. */
const NAMES_LINE = /^(?:出席|列席|参加|参会|主持|记录|缺席|请假|与会)/u;

/**
 * The lines of a text, in blocks. Takes out what no reader sees, turns two ideographic spaces within a line into a line
 * break (that is how web pages keep paragraphs), and lays a headline that is set from top to bottom.
 */
export function blocksOf(raw: string): Block[] {
  const text = withoutRadicals(raw)
    .replace(/\r\n?|\f/gu, '\n')
    .replace(JUNK, '')
    .replace(/[ \t\u00a0\u2002-\u200a]+/gu, ' ')
    .replace(/(?<=[^\s])\s?\u3000[\u3000 ]+/gu, '\n\u3000\u3000');
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const line of joinVertical(text.split('\n'))) {
    const bare = line.trim();
    if (bare === '') {
      if (block.length > 0) blocks.push(block);
      block = [];
      continue;
    }
    const stretched = (bare.match(LETTER_SPACED)?.length ?? 0) * 5 > bare.length;
    block.push({ text: bare.replaceAll('\u3000', ' '), indent: /^(?:\u3000| {2})/u.test(line), stretched });
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Without the spaces that only fill a line; those between Latin words stay. */
export const closeUp = (text: string): string => text.replace(SPACE_BY_CHINESE, '');

/** Of a line in which every character stands alone: 2 0 2 4 is 2024 as well. */
const closeUpSingle = (text: string): string => closeUp(text.replace(SPACE_BY_SINGLE, ''));

/** Without the spaces beside digits (3 月 13 日), other spaces kept: they may separate names. */
export const closeUpDigits = (text: string): string => text.replace(SPACE_BY_DIGIT, '');

/** Width in Chinese characters: Latin letters and digits take half. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < 0x2e80 ? 0.5 : 1;
  return width;
}

/** How many characters a line that is broken by the column may fall short of its edge. */
const RAGGED = 3;
/** No column is wider, nor narrower. */
const WIDEST = 64;
const NARROWEST = 12;

const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]+[章条])/u;
const LABEL =
  /^(?:(?:会议)?(?:时间|地点|议题)|出席|列席|参加|参会|主持|记录|(?:责任|牵头|配合|完成)(?:单位|部门|领导|时限))[^，。]{0,4}[：:]/u;

/** A signature's date has a line to itself. */
const DAY_LINE = /^\S{4}年\S{1,3}月\S{1,3}日$/u;
/** Within a bracket no paragraph ends. */
const OPEN_BRACKET = /[（(][^（()）\n]*(?:[（(][^（()）\n]*[）)][^（()）\n]*)*$/u;
/** What a line never parts from its beginning: a number or a foreign word, a stop. */
const UNBROKEN = /^[\u0021-\u2e7f，。；：、）”》]*/u;

/**
 * Whether lines are broken by the column's width, as in a newspaper or a PDF: hardly one is long, and many end in mid-sentence
 * at the edge of their column. Short lines of a form or a list end anywhere.
 */
export const isHardWrapped = (blocks: readonly Block[]): boolean => fillsColumns(blocks) || columnWidth(blocks) > 0;

/** Columns of several widths: of the lines that end in mid-sentence most stand at the edge of their block. */
function fillsColumns(blocks: readonly Block[]): boolean {
  let lines = 0;
  let long = 0;
  let open = 0;
  let atEdge = 0;
  for (const block of blocks) {
    // A line by itself shows no column.
    if (block.length === 1) continue;
    const widths = block.map((l) => widthOf(closeUp(l.text)));
    const edge = widths.reduce((widest, w) => Math.max(widest, w), 0);
    block.forEach((line, i) => {
      if (widths[i]! < 8) return;
      lines++;
      if (widths[i]! > WIDEST) long++;
      if (STOP.test(line.text)) return;
      open++;
      if (widths[i]! >= edge - RAGGED) atEdge++;
    });
  }
  return lines >= 5 && open * 5 >= lines * 2 && atEdge * 3 >= open * 2 && long * 20 <= lines;
}

/**
 * The width of the one column in which all lines stand, headings and labels among them; 0 when they do not: too few of them
 * run on from its edge into the next.
 */
export function columnWidth(blocks: readonly Block[]): number {
  const lines = blocks.flat();
  const edge = lines.length < 6 ? 0 : widestOf(lines);
  if (edge < NARROWEST || edge > WIDEST) return 0;
  let runOn = 0;
  let sentences = 0;
  lines.forEach((line, i) => {
    const { text } = line;
    const next = lines[i + 1];
    if (next === undefined || next.indent || STOP.test(text) || BEGINS.test(next.text) || LABEL.test(next.text)) return;
    if (Math.abs(edge - indentedWidth(line)) > RAGGED) return;
    runOn++;
    if (/[，、。；：]/u.test(text)) sentences++;
  });
  // Where paragraphs are indented, two lines without an indent tell as much.
  const enough = indents(lines) ? 2 : Math.max(4, lines.length / 8);
  // The lines of a list may be of one length too, but hold no sentences.
  return runOn >= enough && sentences * 3 >= runOn ? edge : 0;
}

/** Whether paragraphs begin with an indent, so that every indent begins one. */
const indents = (lines: readonly Line[]): boolean => lines.filter((l) => l.indent).length * 4 >= lines.length;

const indentedWidth = (line: Line): number => widthOf(closeUp(line.text)) + (line.indent ? 2 : 0);

/** The width that the widest tenth of the lines have in common, but for a title or two; 0 when they have none. */
function widestOf(lines: readonly Line[]): number {
  const widths = lines.map(indentedWidth).toSorted((a, b) => b - a);
  const tenth = Math.max(2, Math.ceil(widths.length / 10));
  const outside = Math.floor(widths.length / 20) + 1;
  return widths.find((w, i) => i <= outside && (widths[i + tenth - 1] ?? 0) >= w - RAGGED) ?? 0;
}

/**
 * Paragraphs of hard-wrapped blocks. A blank line in mid-sentence is a column break. A paragraph ends where a sentence ends
 * before the column's edge; the next line is then two characters shorter, for the indent that it lost. Where all lines stand
 * in one column ({@link columnWidth}), it ends with any line that the next one's beginning would still have fitted into.
 */
export function joinWrapped(blocks: readonly Block[], only = 0): string[] {
  const paragraphs: string[] = [];
  const byIndent = only > 0 && indents(blocks.flat());
  let current = '';
  let before: { width: number; stretched: boolean; column: number; indented: number } | null = null;
  for (const block of blocks) {
    const texts = block.map((l) => (NAMES_LINE.test(l.text) ? closeUpDigits(l.text) : closeUp(l.text)));
    const column = texts.reduce((widest, t) => Math.max(widest, widthOf(t)), 0);
    block.forEach((line, i) => {
      const text = texts[i]!;
      const ended = FULL_STOP.test(current) || (/[：:；;]$/u.test(current) && BEGINS.test(text));
      const edge = Math.max(column, before?.column ?? 0);
      const short = before !== null && !before.stretched && before.width <= edge - 1.5;
      const full = before !== null && before.width >= edge - 0.5;
      const indented = full && !line.stretched && i + 1 < block.length && Math.abs(widthOf(text) - (column - 2)) <= 0.5;
      const hadRoom =
        before !== null &&
        !before.stretched &&
        !line.stretched &&
        before.indented + RAGGED + widthOf(UNBROKEN.exec(text)![0]) < only;
      const fresh =
        current !== '' &&
        (hadRoom ||
          (byIndent && line.indent) ||
          (only > 0 && DAY_LINE.test(text)) ||
          (ended && (short || line.indent || indented || BEGINS.test(text))) ||
          (line.indent && BEGINS.test(text)) ||
          (short && LABEL.test(text)) ||
          (short && BEGINS.test(text))) &&
        !OPEN_BRACKET.test(current.slice(-300));
      if (fresh) {
        paragraphs.push(current);
        current = text;
      } else current += /[A-Za-z]$/u.test(current) && /^[A-Za-z]/u.test(text) ? ` ${text}` : text;
      const width = widthOf(text);
      before = { width, stretched: line.stretched, column, indented: width + (line.indent ? 2 : 0) };
    });
  }
  if (current !== '') paragraphs.push(current);
  return paragraphs;
}

/** Paragraphs of a text that keeps one on each line. */
export const joinLines = (blocks: readonly Block[]): string[] =>
  blocks.flat().map((l) => (l.stretched ? closeUpSingle(l.text) : closeUpDigits(l.text)));

/** The first half of a text that was stored twice in a row; null when it was not. */
export function firstOfTwo(text: string): string | null {
  const half = text.indexOf(text.slice(0, 60).trimEnd(), 60);
  if (text.length < 200 || half < text.length * 0.45 || half > text.length * 0.55) return null;
  const first = text.slice(0, half).trim();
  return first === text.slice(half).trim() ? first : null;
}
