/** A stretch of a line: plain, pressing, a key or a typed word, or a link to where it leads. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly numbered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'picture'; readonly from: string; readonly shows: string };

const ITEM = /^(?:- |(\d+)\. )/u;
const SPAN = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<text>[^\]]+)\]\((?<to>[^)]+)\)/gu;
const PICTURE = /^!\[(?<shows>[^\]]*)\]\((?<from>[^)]+)\)$/u;
const HAN_END = /[\p{Script=Han}，。；：、）”？！]$/u;

/**
 * Reads the part of Markdown in which the guide is written: a title, headings, paragraphs, flat lists, pictures and lines to be
 * copied (no empty one among them), between empty lines. A library would bring ten times the guide's own weight for what the guide does not use.
 */
export const blocksOf = (text: string): readonly Block[] =>
  text
    .trim()
    .split(/\n\s*\n/u)
    .map((part) => blockOf(part.trim()));

function blockOf(part: string): Block {
  const picture = PICTURE.exec(part)?.groups;
  if (picture) return { kind: 'picture', from: picture['from']!, shows: picture['shows']! };
  const code = /^```\w*\n(?<text>[^]*)\n```$/u.exec(part)?.groups;
  if (code) return { kind: 'code', text: code['text']! };
  const head = /^(#{1,2}) /u.exec(part);
  if (head) return { kind: head[1] === '#' ? 'title' : 'heading', spans: spansOf(part.slice(head[0].length)) };
  const first = ITEM.exec(part);
  if (!first) return { kind: 'paragraph', spans: spansOf(joined(part)) };
  const items = part.split(/\n(?=- |\d+\. )/u).map((item) => spansOf(joined(item.replace(ITEM, ''))));
  return { kind: 'list', numbered: first[1] !== undefined, items };
}

/** The lines of one paragraph as one: with a space between words, with none between Chinese characters. */
const joined = (part: string): string =>
  part.split(/\n\s*/u).reduce((whole, line) => whole + (HAN_END.test(whole) ? '' : ' ') + line);

function spansOf(line: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const hit of line.matchAll(SPAN)) {
    if (hit.index > at) spans.push({ kind: 'text', text: line.slice(at, hit.index) });
    const { strong, code, text, to } = hit.groups!;
    if (strong) spans.push({ kind: 'strong', text: strong });
    else if (code) spans.push({ kind: 'code', text: code });
    else spans.push({ kind: 'link', text: text!, to: to! });
    at = hit.index + hit[0].length;
  }
  if (at < line.length) spans.push({ kind: 'text', text: line.slice(at) });
  return spans;
}
