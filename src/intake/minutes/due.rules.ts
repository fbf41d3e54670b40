import { resolveDue, type FoundDue, type TimeFrame } from './resolveDue.rules.ts';
import { withArabicYears } from './numerals.rules.ts';
import { TIME_EXPRESSION } from './timeWords.rules.ts';
import type { ReadDue } from './contract.ts';

/** All time expressions of a text, resolved, in order. Titles in 《》 and document numbers in 〔〕 hold none. */
export function findDues(text: string, frame: TimeFrame): FoundDue[] {
  const found: FoundDue[] = [];
  const readable = withArabicYears(text).replace(
    /《[^》]{0,80}》|〔\d{4}〕|[（(][^（()）]{0,14}〔?\d{4}〔?[^（()）]{0,10}号[)）]/gu,
    (hit) => '〇'.repeat(hit.length),
  );
  let year = frame.year;
  for (const hit of readable.matchAll(TIME_EXPRESSION)) {
    const named = Number(/20\d\d/u.exec(hit[0])?.[0]);
    const due = resolveDue(hit, readable, { ...frame, year }, found);
    if (due === null) continue;
    // A month without a year belongs to the year named before it in the same text.
    if (named > 0 && due.kind !== 'start' && frame.year !== null && named >= frame.year) year = named;
    const printed = text.slice(hit.index, hit.index + due.text.length);
    found.push({ ...due, text: printed, at: hit.index });
  }
  return found;
}

/** The day by which it is due: the latest of all dated ones; otherwise what recurs or waits for an event, without a date. */
export function chooseDue<D extends ReadDue>(dues: readonly D[]): D | null {
  const dated = dues.filter((d) => d.date !== null && d.kind !== 'start');
  if (dated.length > 0) return dated.reduce((a, b) => (b.date! > a.date! ? b : a));
  return (
    dues.find((d) => d.kind === 'deadline') ??
    dues.find((d) => d.kind === 'recurring') ??
    dues.find((d) => d.kind === 'conditional') ??
    null
  );
}
