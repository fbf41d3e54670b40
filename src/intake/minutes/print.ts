import { sentence, type Language } from '../../platform/i18n/index.ts';
import { lettersIn } from './coverage.rules.ts';
import type { Draft, ReadArticle, ReadItem } from './contract.ts';

/** A draft as a tree for the terminal: articles, the meeting, areas, tasks with units and due days, and what nothing used. */
export function printDraft(draft: Draft, language: Language): string {
  const say = (key: string, params = {}): string => sentence(language, `intake.tree-${key}`, params);
  const lines = draft.articles.flatMap((a) => [...articleLines(a, say), '']);
  return [...lines, ...draft.left.map((text) => say('left', { text }))].join('\n').trimEnd() + '\n';
}

type Say = (key: string, params?: Record<string, string | number | string[]>) => string;

function articleLines(article: ReadArticle, say: Say): string[] {
  const title = article.title || (article.kind === 'caption' ? say('caption') : say('no-title'));
  const lines = [`■ ${title}`];
  if (article.subtitle !== null) lines.push(`  ${article.subtitle}`);
  const head = [article.byline, article.date].filter((x) => x !== null).join('  ');
  if (head !== '') lines.push(`  ${head}`);
  const { meeting } = article;
  if (meeting !== null) {
    const number = meeting.number === null ? [] : [say('number', { number: meeting.number })];
    lines.push(`  ◆ ${[meeting.name, ...number, ...(meeting.date === null ? [] : [meeting.date])].join('  ')}`);
    if (meeting.attendees.length > 0)
      lines.push(`    ${say('attendees', { names: meeting.attendees.map((a) => a.name) })}`);
  }
  if (article.repeated) lines.push(`  ${say('repeated')}`);
  return [...lines, ...itemLines(article.items, say), ...restLines(article, say).map((line) => `  ${line}`)];
}

/** Headings are printed once, where they change; a task stands two columns right of its last heading. */
function itemLines(items: readonly ReadItem[], say: Say): string[] {
  const lines: string[] = [];
  let above: readonly string[] = [];
  let aim: string | null = null;
  for (const item of items) {
    const same = item.path.findIndex((heading, i) => heading !== above[i]);
    item.path.forEach((heading, i) => {
      if (same >= 0 && i >= same) lines.push(`  ${'  '.repeat(i)}${heading}`);
    });
    const margin = `  ${'  '.repeat(item.path.length)}`;
    if (item.aim !== null && (item.aim !== aim || same >= 0)) lines.push(`${margin}${say('aim', { text: item.aim })}`);
    above = item.path;
    aim = item.aim;
    lines.push(
      `${margin}· ${item.text.replaceAll('\n', ' ')}`,
      ...factLines(item, say).map((fact) => `${margin}    ${fact}`),
    );
  }
  return lines;
}

function factLines(item: ReadItem, say: Say): string[] {
  const units = [
    item.lead.length > 0 ? say(item.shared ? 'shared' : 'lead', { units: item.lead }) : null,
    item.co.length > 0 ? say('co', { units: item.co }) : null,
    (item.leaders ?? []).length > 0 ? say('leaders', { names: item.leaders ?? [] }) : null,
  ];
  const from = item.dueFrom === undefined ? '' : say(`due-${item.dueFrom}`);
  const due =
    item.dueText === null
      ? null
      : item.dueDate === null
        ? say('due-open', { text: item.dueText })
        : say('due', { text: item.dueText, date: item.dueDate }) + from;
  const quantities =
    item.quantities.length > 0 ? say('quantities', { list: item.quantities.map((q) => q.text) }) : null;
  const unsure = item.unsure.length > 0 ? say('unsure', { what: item.unsure.map((u) => say(`unsure-${u}`)) }) : null;
  return [...units, due, quantities, unsure].filter((line) => line !== null);
}

/** How long a stretch that nothing used is printed before it is cut short. */
const SHOWN = 60;

/** What nothing used, stretch by stretch, and how much of the whole that is. */
function restLines(article: ReadArticle, say: Say): string[] {
  const open = article.uncovered.map(({ start, end }) => article.text.slice(start, end).replaceAll('\n', ' '));
  const n = open.reduce((sum, text) => sum + lettersIn(text), 0);
  const chars = lettersIn(article.text);
  const percent = Math.round((100 * n) / Math.max(1, chars));
  return [
    say('count', { items: article.items.length, chars, uncovered: n, percent }),
    ...open.map((text) => say('unused', { text: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text })),
  ];
}
