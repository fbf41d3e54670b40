import { chooseDue, findDues } from './due.rules.ts';
import type { FoundDue, TimeFrame } from './resolveDue.rules.ts';
import { inheritedDues } from './frame.rules.ts';
import { pathOf } from './outline.rules.ts';
import { findQuantities } from './quantities.rules.ts';
import type { TaskStretch } from './extent.rules.ts';
import { findTasks, type Tasks } from './stretches.rules.ts';
import { sentenceAssignment } from './sentence.rules.ts';
import type { Assignment } from './assignment.rules.ts';
import { gapsBetween } from './coverage.rules.ts';
import type { Found, ReadDue, ReadItem, Stretch, Unsure } from './contract.ts';

/** The parts of an item that its words alone decide: what, by when, how much. */
export function itemAt(
  text: string,
  stretch: Stretch,
  frame: TimeFrame,
  assignment?: Assignment,
): Pick<ReadItem, 'text' | 'start' | 'end' | 'dues' | 'dueText' | 'dueDate' | 'quantities'> {
  const own = text.slice(stretch.start, stretch.end);
  const dues = findDues(own, frame);
  const said =
    assignment === undefined || assignment.remark === '' ? [] : findDues(assignment.remark, { ...frame, beside: true });
  // A deadline in the bracket is the deadline, even one that names no day (长期坚持).
  const printed = assignment?.due ?? null;
  const due = chooseDue(said) ?? chooseDue(dues);
  return {
    text: own,
    start: stretch.start,
    end: stretch.end,
    dues: [...dues, ...said].map(plainDue),
    dueText: said.length === 0 && printed !== null ? printed : (due?.text ?? null),
    dueDate: said.length === 0 && printed !== null ? null : (due?.date ?? null),
    quantities: findQuantities(
      own,
      dues.map((d) => ({ start: d.at, end: d.at + d.text.length })),
    ),
  };
}

const plainDue = ({ text, date, kind }: FoundDue): ReadDue => ({ text, date, kind });

/** The items of a document with enumerations and brackets; of the `minutes` of a meeting also what their sentences assign. */
export function documentItems(text: string, frame: TimeFrame, minutes: boolean): Found {
  const found: Tasks = findTasks(text, minutes);
  const tasks = found.tasks.filter((t, i) => i === 0 || t.start >= found.tasks[i - 1]!.end).map(withLongHead);
  const inherited = inheritedDues(text, found.nodes, gapsBetween(text.length, tasks), frame);
  let implied: readonly string[] = [];
  const items = tasks.map((task): ReadItem => {
    const assignment =
      task.place?.assignment ?? (minutes ? sentenceAssignment(text.slice(task.full, task.end)) : null) ?? undefined;
    const item = itemAt(text, task, frame, assignment);
    const outside = item.dueText === null ? sectionOrDocument(inherited.section(task.node), inherited.document) : {};
    const coImplied = implied;
    if (assignment !== undefined && assignment.implied.length > 0) implied = assignment.implied;
    const path = pathOf(task.node, text);
    // What is itself the task is not its own heading.
    if (task.node !== null && task.start <= task.node.after && path.length > 0)
      path[path.length - 1] = text.slice(task.node.at, task.node.after).trim();
    return {
      path,
      area: areaOf(path),
      aim: null,
      lead: [...(assignment?.lead ?? [])],
      co: [...(assignment?.co ?? [])],
      shared: assignment?.shared ?? false,
      ...item,
      ...(task.full < task.start ? { text_full: text.slice(task.full, task.end) } : {}),
      ...outside,
      ...(assignment !== undefined && assignment.leaders.length > 0 ? { leaders: [...assignment.leaders] } : {}),
      ...(coImplied.length > 0 ? { coImplied: [...coImplied] } : {}),
      unsure: doubts(task, assignment, item.dueText, item.dueDate),
    };
  });
  const due = items.some((item) => item.dueFrom === 'document') ? inherited.place : null;
  return { items, used: [...tasks.flatMap(usedFor), ...(due === null ? [] : [due])] };
}

/** A lead sentence that is longer says what is to be done, and not only what it is about. */
const LONGEST_HEAD = 24;

/** A task together with a lead sentence that is more than a heading; in the path it heads the task all the same. */
const withLongHead = (task: TaskStretch): TaskStretch =>
  task.start - task.full > LONGEST_HEAD ? { ...task, start: task.full } : task;

/** What a task was read from besides its own words: its bracket, its lead sentence, and the headings above it. */
function usedFor({ node, place, full, start }: TaskStretch): Stretch[] {
  const used: Stretch[] = [{ start: full, end: start }];
  if (place !== null) used.push(place);
  for (let n = node; n !== null; n = n.parent) used.push({ start: n.at, end: Math.max(n.after, n.body, n.lead) });
  return used;
}

function sectionOrDocument(
  section: FoundDue | null,
  document: FoundDue | null,
): Partial<Pick<ReadItem, 'dueText' | 'dueDate' | 'dueFrom'>> {
  const due = section ?? document;
  return due === null
    ? {}
    : { dueText: due.text, dueDate: due.date, dueFrom: section === null ? 'document' : 'section' };
}

/** 关于…工作, …方面: the heading that names an area. */
function areaOf(path: readonly string[]): string | null {
  for (const heading of path) {
    const hit = /^.{1,6}?(?:关于|在)?(?<area>[^，。、）]{2,40}?)方面$|^.{1,6}?关于(?<about>[^，。]{2,60})$/u.exec(
      heading,
    );
    const area = hit?.groups!['area'] ?? hit?.groups!['about'];
    if (area !== undefined) return area.replace(/^(?:关于|在)/u, '').replace(/^[^、）.]{1,4}[、）.]/u, '');
  }
  return null;
}

/** Due for ever or again and again: no day is missing. */
const LASTING = /长期|持续|常态|每|贯穿/u;

function doubts(
  task: TaskStretch,
  assignment: Assignment | undefined,
  dueText: string | null,
  dueDate: string | null,
): Unsure[] {
  const unsure: Unsure[] = [];
  if (task.end - task.start > 1200) unsure.push('text');
  // A unit found in the sentence may be its subject only by the looks of it.
  if (assignment !== undefined && (task.place === null || assignment.lead.length === 0)) unsure.push('unit');
  if (dueText !== null && dueDate === null && !LASTING.test(dueText)) unsure.push('due');
  return unsure;
}
