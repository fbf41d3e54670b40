import type { Assignment } from './assignment.rules.ts';
import { bracketed } from './bracketed.rules.ts';
import { assignedPlaces, type Assigned } from './brackets.rules.ts';
import { areaIn } from './clauses.rules.ts';
import { demands } from './demands.rules.ts';
import { trimmed, type TaskStretch } from './extent.rules.ts';
import { itemAt } from './items.rules.ts';
import { RANK } from './markers.rules.ts';
import { aimApart, behindUrge, tasksIn } from './newsSentence.rules.ts';
import type { Node } from './outline.rules.ts';
import { pathTo, pointsOf, type Point } from './points.rules.ts';
import type { TimeFrame } from './resolveDue.rules.ts';
import { bySubject, sentenceAssignment } from './sentence.rules.ts';
import { splitTop } from './topLevel.rules.ts';
import type { Found, ReadItem, Stretch } from './contract.ts';

/**
 * The items of a meeting's report: each point of its lists (一是在…方面，要甲，乙，确保丙) gives one item for each task, with its area
 * and aim; what stands under a number (1.…) is one task, and so is what has a bracket of its own. Without a list, what a leader
 * demands (要…；要…) is given, and marked as unsure.
 */
export function newsItems(text: string, frame: TimeFrame): Found {
  const points = pointsOf(text, frame);
  const { brackets, above } = bracketsIn(text, points);
  const found: Found[] = [];
  let next = 0;
  for (const point of points) {
    const own: TaskStretch[] = [];
    while (next < brackets.length && brackets[next]!.place!.start < point.node.end) own.push(brackets[next++]!);
    if (own.length > 0) found.push(ofBrackets(text, point, own, frame));
    else if (isOneTask(point)) found.push(ofWhole(text, point, frame));
    else found.push(ofSentences(text, point, frame));
    const held = point.node.parent === null ? undefined : above.get(point.node.parent);
    for (const item of held === undefined ? [] : found.at(-1)!.items)
      if (item.lead.length === 0) give(item, held!.assignment, []);
  }
  const items = found.flatMap((f) => f.items);
  if (items.length === 0) return demands(text, frame);
  const used = [...above.values()];
  return {
    items,
    used: [...used, ...points.flatMap((p) => announcement(text, p.node)), ...found.flatMap((f) => f.used)],
  };
}

/** Under a number of its own, and without an area that it names itself: 1.抓好甲，做好乙. */
const isOneTask = ({ node, head, own }: Point): boolean =>
  node.rank < RANK.ordinal && areaIn(head === '' ? own : head) === null;

type Brackets = { readonly brackets: readonly TaskStretch[]; readonly above: ReadonlyMap<Node, Assigned> };

/** What has a bracket of its own, or a series with one behind it; and the brackets of headings, which have what is below them. */
function bracketsIn(text: string, points: readonly Point[]): Brackets {
  const above = new Map<Node, Assigned>();
  if (points.length === 0) return { brackets: [], above };
  const from = points[0]!.node.at;
  const to = points.at(-1)!.tasks.end;
  const headings = points.flatMap(({ node: { parent } }) => (parent?.children[0]?.n === 1 ? [parent] : []));
  const own: Assigned[] = [];
  let next = 0;
  for (const place of assignedPlaces(text, () => false)) {
    while (next < headings.length && headings[next]!.end <= place.start) next++;
    const heading = headings[next];
    if (heading !== undefined && heading.at < place.start) above.set(heading, place);
    else if (place.start > from && place.end <= to && place.covers === 1) own.push(place);
  }
  return { brackets: bracketed(text, { from, to, nodes: points.map((p) => p.node) }, own), above };
}

function ofBrackets(text: string, point: Point, tasks: readonly TaskStretch[], frame: TimeFrame): Found {
  const path = pathTo(point, text);
  const items = tasks.map((task) => {
    const start = task.start + behindUrge(text.slice(task.start, task.end));
    return itemOf(text, point, { path, start, end: task.end, aim: null }, task.place!.assignment, [], frame);
  });
  const used = tasks.map((task) => ({ start: Math.min(task.full, task.start), end: task.place!.end }));
  return { items, used: [headOf(point), ...used] };
}

function ofWhole(text: string, point: Point, frame: TimeFrame): Found {
  const { stretch, aim } = aimApart(text, point.tasks);
  if (stretch.end - stretch.start < 4) return { items: [], used: [] };
  const path = pathTo(point, text);
  const items = bySubject(text, stretch).map((own) => {
    const who = sentenceAssignment(text.slice(own.start, own.end));
    return itemOf(text, point, { path, ...own, aim }, who, who === null ? [] : ['unit'], frame);
  });
  return { items, used: [headOf(point), point.tasks] };
}

/** What a sentence only tells. */
const TELLS =
  /^\s*(?:会议|散会|与会|大家|据悉|据了解|目前|截至|去年|上周|上月|近日|日前|当天|随后)|(?:取得|汇报|通报|听取|参观|传达|完成|学习)了/u;
/** What says that somebody is to do something. */
const DEMANDS = /^\s*(?:同时|另外|此外|并且?)?，?(?:要(?!素|求|害)|须|必须|务必|严禁|不得)/u;

function ofSentences(text: string, point: Point, frame: TimeFrame): Found {
  const items: ReadItem[] = [];
  const used: Stretch[] = [headOf(point)];
  let path = pathTo(point, text);
  for (const sentence of splitTop(text.slice(point.tasks.start, point.tasks.end), '。\n')) {
    const from = point.tasks.start + sentence.start;
    const said = tasksIn(sentence.text, point.area);
    const first = used.length === 1 && point.head === '';
    const goesOn = said.who !== null || said.tasks.some((t) => t.lead.length > 0) || DEMANDS.test(sentence.text);
    if (!first && (TELLS.test(sentence.text) || (point.head === '' && !goesOn))) continue;
    if (said.principle !== null) path = [...path.slice(0, -1), path.at(-1)! + said.principle];
    for (const task of said.tasks) {
      const place = { path, start: from + task.start, end: from + task.end, aim: task.aim };
      items.push(itemOf(text, point, place, task, task.lead.length + task.co.length > 0 ? ['unit'] : [], frame));
    }
    if (said.who !== null) for (const item of items) if (item.lead.length === 0) give(item, said.who, ['unit']);
    if (said.tasks.length > 0 || said.who !== null) used.push({ start: from, end: from + sentence.text.length });
  }
  if (items.length > 0) return { items, used };
  // Nothing follows that is to be done: then the head is the task.
  const { after } = point.node;
  const whole = trimmed(text, after, after + point.head.length);
  if (point.head === '') return { items, used: [] };
  const who = sentenceAssignment(text.slice(point.tasks.start, point.tasks.end));
  const place = { path: [...path.slice(0, -1), text.slice(point.node.at, after)], ...whole, aim: null };
  return { items: [itemOf(text, point, place, who, who === null ? [] : ['unit'], frame)], used };
}

type Who = Pick<Assignment, 'lead' | 'co' | 'shared'>;

function give(item: ReadItem, { lead, co, shared }: Who, unsure: ReadItem['unsure']): void {
  Object.assign(item, { lead: [...lead], co: [...co], shared, unsure });
}

function itemOf(
  text: string,
  point: Point,
  { path, aim, ...stretch }: Stretch & { path: string[]; aim: string | null },
  who: Who | Assignment | null,
  unsure: ReadItem['unsure'],
  frame: TimeFrame,
): ReadItem {
  const assignment = who !== null && 'remark' in who ? who : undefined;
  return {
    path,
    area: point.area,
    aim,
    lead: [...(who?.lead ?? [])],
    co: [...(who?.co ?? [])],
    shared: who?.shared ?? false,
    ...itemAt(text, stretch, frame, assignment),
    unsure,
  };
}

/** A point's marker and head. */
const headOf = ({ node, tasks }: Point): Stretch => ({ start: node.at, end: tasks.start });

/** 本周交办七个方面的工作，: what only says that a list begins. */
const ANNOUNCED =
  /(?<=^|[。；，\n])[^。；，\n]{0,20}[一二两三四五六七八九十几\d](?:个|大|项|点|条)?(?:方面|任务|事项|工作|措施|要求|意见)[^。；，\n]{0,8}[，：:。]?\s*$/u;

/** The headings above a point, and the words that announce the list in which it is the first. */
function announcement(text: string, node: Node): Stretch[] {
  const used: Stretch[] = [];
  let top = node;
  for (let n = node.parent; n !== null; n = n.parent) {
    used.push({ start: n.at, end: Math.max(n.after + n.heading.length, n.body) });
    if (top.n !== 1) return used;
    top = n;
  }
  if (top.n !== 1) return used;
  const said = ANNOUNCED.exec(text.slice(Math.max(0, top.at - 80), top.at))?.[0] ?? '';
  return [...used, { start: top.at - said.length, end: top.at }];
}
