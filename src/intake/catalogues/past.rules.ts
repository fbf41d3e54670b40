import type { Calendar, Day, ProblemParam, Uuid } from '../../kernel/index.ts';
import { sameWords } from '../../matters/index.ts';
import type { Standing } from '../../matters/catalogues/matrix.contract.ts';
import { readDue } from '../sheets/rowDue.rules.ts';
import type { Carry, EditionLine } from './edition.contract.ts';

type Stands = Carry['stands'];

/** How tables say how far a unit is. What is not begun is no more than given. */
const SAID: readonly (readonly [Stands | 'given', RegExp])[] = [
  [
    'none',
    /^(?:经研究)?(?:不适用|不涉及|不属于本(?:单位|地)|无此(?:项|类)(?:业务|职能|事项)?|not applicable|does not apply|n\/a)$/u,
  ],
  [
    'going',
    /^(?:正在|持续|加快|有序)?(?:推进|进行|办理|推广|落实|实施|复制)(?:中|之中)?$|^(?:在办|在推进|未完成|尚未完成|部分完成|基本完成|长期推进|under way|in progress|ongoing)$|^(?:\d{1,2})(?:\.\d+)?%$/u,
  ],
  ['given', /^(?:未|尚未|没有|待)(?:启动|开展|推进|实施|落实|推广)$|^(?:not begun|not started)$/u],
  [
    'done',
    /^(?:已|已经|全部|已全部|全面)?(?:完成|办结|销号|落实|推广|复制推广|落实到位|完成推广)$|^100(?:\.0+)?%$|^(?:done|completed?|closed)$/u,
  ],
];

/**
 * How far a unit is by a cell of a ledger, and what the cell says besides (已完成，窗口已开). Null where the cell says nothing or that it is not begun;
 * unknown is its own answer, and never taken for one of the others. Pure.
 */
export function readStands(cell: string): { stands: Stands; rest: string } | 'unknown' | null {
  const text = cell.trim().toLowerCase();
  if (/^[-—/无]*$/u.test(text)) return null;
  const [, head = text, rest = ''] = /^([^，,。：:；;（(]+)[，,。：:；;（(]+(.*?)[）)。]*$/su.exec(cell.trim()) ?? [];
  const found = SAID.find(([, pattern]) => pattern.test(text) || pattern.test(head.trim().toLowerCase()))?.[0];
  if (found === undefined) return 'unknown';
  return found === 'given'
    ? null
    : { stands: found, rest: SAID.some(([, pattern]) => pattern.test(text)) ? '' : rest.trim() };
}

/** The day on which it was done, as a cell says it; a day without a year is the last that came. Null where it names none, or one to come. Pure. */
export function readDone(cell: string, today: Day, calendar: Calendar): Day | null {
  const read = readDue(cell, today, calendar);
  const day = 'day' in read ? read.day : null;
  if (day === null || (read.kind === 'words' && !/\d\s*[日号]?\s*$|\d[日号]/u.test(cell))) return null;
  if (day <= today) return day;
  return read.kind === 'words' && !/\d{4}/u.test(cell) ? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}` : null;
}

/** A part as the ledger has it. `carried`: what was taken over of its unit; null where nothing was, or the unit has said something since. */
export type KnownPart = {
  readonly id: Uuid;
  readonly unit: Uuid;
  readonly standing: Standing;
  readonly carried: Omit<Carry, 'unit'> | null;
};

/** What is done with what a line says of a unit: taken over, the same already, or left, since the unit or the office is further. Pure. */
export function carries(
  part: Pick<KnownPart, 'standing' | 'carried'> | undefined,
  said: Omit<Carry, 'unit'>,
): 'carry' | 'same' | 'in-hand' | 'otherwise' {
  switch (part?.standing) {
    case undefined:
    case 'given':
      return 'carry';
    case 'working':
      if (part!.carried) return sameWords(part!.carried, said) ? 'same' : 'carry';
      return said.stands === 'going' ? 'same' : 'in-hand';
    case 'claimed':
    case 'exempt':
      return said.stands === 'none' ? 'same' : 'otherwise';
    default:
      return said.stands === 'done' ? 'same' : 'otherwise';
  }
}

/** What stands in the way of taking a line's words over as they are, told with the number of the line. */
type Say = (code: string, params: Record<string, ProblemParam>) => void;
type On = { readonly today: Day; readonly calendar: Calendar };

/**
 * What the lines of an item say of the units that they name (`unitsOf`), as far as it is to be taken over. What is unclear is told, and the unit is
 * given its part as one that nothing is known of. Pure.
 */
export function carriedBy(
  lines: readonly EditionLine[],
  parts: readonly KnownPart[],
  unitsOf: (line: EditionLine) => readonly Uuid[],
  { today, calendar }: On,
  say: Say,
): Carry[] {
  return lines.flatMap(({ past, ...line }): Carry[] => {
    if (!past || !Object.values(past).some((cell) => cell.trim())) return [];
    const row = { n: line.n };
    const read = readStands(past.stands);
    if (read === 'unknown') say('stands-unknown', { ...row, text: past.stands.slice(0, 60) });
    else if (read === null && past.result && !past.stands.trim()) say('stands-unsaid', row);
    if (read === null || read === 'unknown') return [];
    const units = unitsOf(line);
    if (!units.length) say('past-without-unit', row);
    const doneOn = past.on.trim() ? readDone(past.on, today, calendar) : null;
    if (past.on.trim() && doneOn === null) say('done-unread', { ...row, text: past.on.slice(0, 60) });
    // A day that was not read stays among the words.
    const words =
      [read.rest, past.result].filter(Boolean).join('；') + (past.on.trim() && doneOn === null ? `（${past.on}）` : '');
    const said = {
      stands: read.stands,
      text: words.slice(0, 4000) || null,
      doneOn,
      evidence: past.evidence.slice(0, 400) || null,
    };
    if (said.stands === 'none' && said.text === null) {
      say('none-unexplained', row);
      return [];
    }
    return units.flatMap((unit): Carry[] => {
      const part = parts.find((one) => one.unit === unit);
      const done = carries(part, said);
      if (done === 'in-hand' || done === 'otherwise') say(done, { ...row, names: [line.units] });
      return done === 'carry' ? [{ unit, ...said }] : [];
    });
  });
}
