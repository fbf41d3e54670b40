import { principleFirst, purposeOf, takeApart, type Clauses } from './clauses.rules.ts';
import { trimmed } from './extent.rules.ts';
import { saidIn } from './subject.rules.ts';
import { splitTop } from './topLevel.rules.ts';
import type { Stretch } from './contract.ts';

/** One task of a sentence: its place in it, its aim, and the units that the sentence names for it. */
export type SaidTask = Stretch & {
  aim: string | null;
  lead: readonly string[];
  co: readonly string[];
  shared: boolean;
};
export type SaidTasks = {
  readonly area: string | null;
  readonly principle: string | null;
  readonly tasks: readonly SaidTask[];
  /** Units of a sentence that says only who (由甲局牵头，乙局配合): what stands before it is theirs. */
  readonly who: Pick<SaidTask, 'lead' | 'co' | 'shared'> | null;
};

/** How many characters stand before the task itself: 在…方面，要. */
export function behindUrge(text: string): number {
  const [first] = takeApart(text).tasks;
  return first?.start ?? 0;
}

/** A stretch without the purpose that closes it (…，确保丙), without marks at its edges, and that purpose. */
export function aimApart(text: string, { start, end }: Stretch): { stretch: Stretch; aim: string | null } {
  const clauses = splitTop(text.slice(start, end).replace(/[。；;\s]+$/u, ''), '，；。\n');
  const last = clauses.at(-1)!;
  const aim = clauses.length > 1 && purposeOf(last.text.trim(), false) ? last : null;
  return {
    stretch: trimmed(text, start, start + (aim === null ? last.end : aim.start)),
    aim: aim?.text.trim() ?? null,
  };
}

type Who = { lead: readonly string[]; co: readonly string[]; shared: boolean };
const NOBODY: Who = { lead: [], co: [], shared: false };

/** 3月24日前报市政府, 月底前完成: says by when the task before it is done, or who hears of it. */
const FINISH =
  /^(?:并|同时)?(?:确保|力争|务必|须|要)?(?:于|在)?[^，。；]{0,14}?(?:[前底末内]|\d日|周[一二三四五六日])(?:要|须|务必|全部|全面|基本|均)*(?:完[成工结]|办[结毕]|到位|见效|达标|(?:整改|落实|安装|拨付|资金拨付)到位|(?:上)?报(?:送)?(?:至|到)?[省市县区]?(?:委|政府|督查|有关|审|办)[^，。；]{0,10}|上报|反馈|提交|投[用产]|交付(?:使用)?|竣工)(?:任务|工作|使用|审定|审批)?$/u;

/**
 * The tasks of one sentence of a report. A unit named at the beginning of a clause has that clause and those after it, until
 * another is named; a clause that names only units gives them to the tasks beside it.
 */
export function tasksIn(sentence: string, within: string | null): SaidTasks {
  const groups = groupsOf(sentence, within);
  const first = groups[0];
  const tasks: SaidTask[] = [];
  let who = NOBODY;
  for (const group of groups)
    for (const clause of group.tasks) {
      const text = sentence.slice(clause.start, clause.end);
      const said = saidIn(text);
      if (said?.by === 'help') {
        who = { ...who, co: [...who.co, ...said.co] };
        for (const task of tasks) if (sameUnits(task.lead, who.lead)) task.co = who.co;
        continue;
      }
      if (said !== null) who = { lead: said.lead, co: said.co, shared: said.lead.length > 1 && said.by !== 'lead' };
      if (said?.only) {
        for (const task of tasks) if (task.lead.length === 0) Object.assign(task, who);
        continue;
      }
      const last = tasks.at(-1);
      if (last !== undefined && said === null && FINISH.test(text)) last.end = clause.end;
      else tasks.push({ start: clause.start + (said?.from ?? 0), end: clause.end, aim: group.aim, ...who });
    }
  return {
    area: first?.area ?? null,
    principle: first?.principle ?? null,
    tasks,
    who: tasks.length === 0 && who !== NOBODY ? who : null,
  };
}

const sameUnits = (a: readonly string[], b: readonly string[]): boolean => a.join('、') === b.join('、');

type Group = Clauses & { readonly principle: string | null };

/** The parts of a sentence between ；, each with its own aim; a last part that is nothing but an aim is that of all. */
function groupsOf(sentence: string, within: string | null): Group[] {
  let area = within;
  const groups = splitTop(sentence, '；;').map((piece) => {
    const apart = principleFirst(takeApart(piece.text, area), piece.text);
    area ??= apart.area;
    const tasks = apart.tasks.map((t) => ({ start: t.start + piece.start, end: t.end + piece.start }));
    return { ...apart, tasks };
  });
  const last = groups.at(-1)!;
  const closing = last.tasks.length === 1 ? sentence.slice(last.tasks[0]!.start, last.tasks[0]!.end) : '';
  if (groups.length < 2 || last.aim !== null || !purposeOf(closing, area !== null)) return groups;
  return groups.slice(0, -1).map((group) => ({ ...group, aim: group.aim ?? closing }));
}
