import type { Assignment } from './assignment.rules.ts';
import { trimmed } from './extent.rules.ts';
import { saidIn } from './subject.rules.ts';
import { splitTop } from './topLevel.rules.ts';
import type { Stretch } from './contract.ts';

/** Further in no sentence names who is to do what it says. */
const HEAD = 400;

/**
 * Who a sentence of minutes assigns without a bracket: `由甲局牵头，乙局配合，…`, `请甲局会同乙局…`, `甲局负责…`, `甲局要…`. Only names
 * that look like units count; null when there are none.
 */
export function sentenceAssignment(text: string): Assignment | null {
  const lead: string[] = [];
  const co: string[] = [];
  let leads = false;
  for (const clause of clausesOf(text.slice(0, HEAD))) {
    const said = saidIn(clause);
    if (said === null) continue;
    const first = lead.length === 0;
    if (said.by === 'help' ? first : !first && said.by !== 'lead' && said.by !== 'duty') continue;
    if (said.by === 'lead') leads = true;
    lead.push(...said.lead);
    co.push(...said.co);
  }
  if (lead.length === 0) return null;
  const leading = [...new Set(lead)];
  return {
    lead: leading,
    co: [...new Set(co)].filter((unit) => !leading.includes(unit)),
    shared: !leads && leading.length > 1,
    leaders: [],
    remark: '',
    due: null,
    implied: [],
  };
}

/** Cut at ，。；, and after who leads even at a 、: 由甲局牵头、乙局配合. */
const clausesOf = (text: string): string[] =>
  splitTop(text, '，。；\n').flatMap((piece) => piece.text.split(/(?<=牵头(?:负责)?|主办|[^人]负责)、/u));

/**
 * A stretch cut where another unit's work begins: `甲局要…，乙局要…，各县要…` is three. Not cut where one unit has all the work, however
 * many help.
 */
export function bySubject(text: string, { start, end }: Stretch): Stretch[] {
  const cuts: number[] = [];
  let current: string | null = null;
  let busy = false;
  for (const clause of splitTop(text.slice(start, end), '，。；;\n')) {
    const said = saidIn(clause.text);
    if (said === null || said.by === 'help' || said.by === 'deed' || FUNDS.test(clause.text)) {
      if (said === null && clause.text.trim() !== '' && current !== null) busy = true;
      continue;
    }
    const units = said.lead.join('、');
    // 由甲局牵头，乙局要…: as long as the one has nothing to do, the other has it with him.
    if (current !== null && busy && units !== current) cuts.push(start + clause.start);
    busy = !said.only;
    current = units;
  }
  if (cuts.length === 0) return [{ start, end }];
  return [start, ...cuts]
    .map((from, i) => trimmed(text, from, cuts[i] ?? end))
    .filter((stretch) => stretch.end > stretch.start);
}

/** 所需资金由市财政局负责: who pays for a task has none of its own. */
const FUNDS = /^.{0,12}(?:资金|经费|费用).{0,12}由/u;
