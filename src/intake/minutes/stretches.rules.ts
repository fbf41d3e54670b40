import { assignedPlaces, type Assigned } from './brackets.rules.ts';
import { firstNamedLeads } from './assignment.rules.ts';
import { holdsNoTasks, outline, type Node } from './outline.rules.ts';
import { RANK } from './markers.rules.ts';
import type { Stretch } from './contract.ts';

/** A stretch that is one item, the marker it stands under, and the place that assigns it. */
export type TaskStretch = Stretch & {
  /** Where it begins together with its lead sentence. */
  readonly full: number;
  readonly node: Node | null;
  readonly place: Assigned | null;
};

/** What a text's enumerations and brackets make of it. */
export type Tasks = {
  readonly nodes: readonly Node[];
  readonly tasks: TaskStretch[];
  readonly places: readonly Assigned[];
};

/**
 * The items of a document. Where brackets assign, an item is the smallest stretch with a bracket of its own: from its marker
 * or the bracket before to the bracket. Where none does, it is each enumerated stretch at the deepest level outside of the
 * sections that hold no tasks. In `minutes` of a meeting both are items: what was resolved without a bracket was resolved too.
 */
export function findTasks(text: string, minutes: boolean): Tasks {
  const nodes = outline(text);
  const places = assignedPlaces(text, firstLeadsIn(nodes, text));
  let tasks: TaskStretch[] = [];
  const parts = new Set(nodes.map((n) => n.part));
  for (const part of parts.size === 0 ? [0] : parts) {
    const own = nodes.filter((n) => n.part === part);
    const from = part === 0 ? 0 : (own[0]?.at ?? 0);
    const to = nodes.find((n) => n.part > part)?.at ?? text.length;
    const here = places.filter((p) => p.start >= from && p.start < to);
    const leaves = own.filter((n) => n.children.length === 0 && !holdsNoTasks(n));
    const assigned = bracketed(text, own, here, from);
    tasks = tasks.concat(assigned);
    if (
      minutes ||
      places.length === 0 ||
      (leaves.length >= 15 && here.length * 15 < leaves.length && averageLength(leaves) >= 40)
    )
      tasks = tasks.concat(enumerated(text, own.filter(withoutPlace(here)), to, assigned));
  }
  return { nodes, tasks: tasks.toSorted((a, b) => a.start - b.start), places };
}

/** A filter for nodes in whose own text nothing assigns; called in their order. */
function withoutPlace(places: readonly Assigned[]): (node: Node) => boolean {
  let next = 0;
  return (node) => {
    while (next < places.length && places[next]!.end <= node.at) next++;
    return next === places.length || places[next]!.start >= node.end;
  };
}

const averageLength = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, n) => sum + n.end - n.body, 0) / nodes.length;

/** Whether the first named leads, by position: said once, it holds for the whole part of the document that says it. */
function firstLeadsIn(nodes: readonly Node[], text: string): (position: number) => boolean {
  if (!firstNamedLeads(text)) return () => false;
  const starts = [0, ...nodes.filter((n, i) => i > 0 && n.part !== nodes[i - 1]!.part).map((n) => n.at), text.length];
  const said = starts.slice(1).map((end, i) => firstNamedLeads(text.slice(starts[i], end)));
  return (position) => said[starts.findLastIndex((s) => s <= position)] ?? said.at(-1) ?? false;
}

function bracketed(text: string, nodes: readonly Node[], places: readonly Assigned[], from: number): TaskStretch[] {
  const tasks: TaskStretch[] = [];
  const habit = closingHabit(nodes, places);
  let previous = from;
  let cursor = 0;
  for (const [i, place] of places.entries()) {
    while (cursor < nodes.length && nodes[cursor]!.after <= place.start) cursor++;
    let node = cursor > 0 ? nodes[cursor - 1]! : null;
    if (place.covers > 1) {
      tasks.push(...before(nodes.slice(Math.max(0, cursor - 200), cursor), place, text));
      previous = place.end;
      continue;
    }
    if (node !== null && node.at >= previous) node = holder(node, place, previous, text, habit);
    const own = node !== null && node.at >= previous ? node : null;
    const task =
      own === null
        ? withFull(text, paragraphStart(text, previous, place, node), place.start)
        : nodeStretch(text, own, place.start);
    const next = Math.min(nodes[cursor]?.at ?? text.length, places[i + 1]?.start ?? text.length);
    const behind = headedBy(text, task, place, node, next, next === places[i + 1]?.start);
    if (behind !== null) tasks.push({ ...behind, full: behind.start, node, place });
    else if (task.end - task.start >= 4) tasks.push({ ...task, node, place });
    previous = behind?.end ?? place.end;
  }
  return tasks;
}

/**
 * The marker whose stretch a bracket closes. When the bracket follows the last of several siblings and none of the others
 * has one, it is the parent's: （一）…：一是…；二是…。（责任单位：…）. For a series 1. 2. 3. only when the bracket has a paragraph to
 * itself, or when that is the document's `habit`.
 */
function holder(node: Node, place: Assigned, previous: number, text: string, habit: boolean): Node {
  let held = node;
  while (held.parent !== null && held.rank >= RANK.digit && held.parent.at >= previous) {
    const siblings = held.parent.children;
    const closesSeries = siblings.length > 1 && siblings.at(-1) === held && held.treeEnd >= place.end;
    const alone = text[place.start - 1] === '\n';
    if (!closesSeries || (held.rank === RANK.digit && !alone && !habit)) break;
    held = held.parent;
  }
  return held;
}

/** Whether a document habitually closes a whole series 1. 2. 3. with one bracket instead of giving each its own. */
function closingHabit(nodes: readonly Node[], places: readonly Assigned[]): boolean {
  const bracketed = new Set<Node>();
  let cursor = 0;
  for (const place of places) {
    while (cursor < nodes.length && nodes[cursor]!.after <= place.start) cursor++;
    if (cursor > 0) bracketed.add(nodes[cursor - 1]!);
  }
  let whole = 0;
  let each = 0;
  for (const { children } of nodes) {
    const having = children.filter((c) => c.rank === RANK.digit && bracketed.has(c));
    if (children.length < 2 || having.length === 0) continue;
    if (having.length === 1 && having[0] === children.at(-1)) whole++;
    else each++;
  }
  return whole >= 2 && whole > each;
}

/** Without a marker after the bracket before: the bracket's own paragraph, or what follows that bracket. */
function paragraphStart(text: string, previous: number, place: Assigned, node: Node | null): number {
  const gap = text.slice(previous, place.start - 1);
  const line = gap.lastIndexOf('\n') + 1;
  // A bracket on a line of its own belongs to the paragraph above it.
  const own = gap.length - line > 11 || line < 2 ? line : gap.lastIndexOf('\n', line - 2) + 1;
  const start = previous + own;
  return node === null || start > node.after ? start : Math.max(previous, node.body);
}

/** 此三项工作由…负责: the items before the sentence, as many as it says. */
function before(nodes: readonly Node[], place: Assigned, text: string): TaskStretch[] {
  const rank = nodes.at(-1)?.rank;
  return nodes
    .filter((n) => n.rank === rank)
    .slice(-place.covers)
    .map((node) => ({ ...nodeStretch(text, node, Math.min(node.end, place.start)), node, place }));
}

/** A bracket that stands right behind a heading (（一）棚改工程（责任单位：住建局）。建成…) assigns what follows it, unless
 * that has a bracket of its own (`closes`). */
function headedBy(
  text: string,
  task: Stretch,
  place: Assigned,
  node: Node | null,
  next: number,
  closes: boolean,
): Stretch | null {
  const heading = text.slice(task.start, task.end);
  if (place.kind !== 'bracket' || node === null || heading.length > 34 || /[。；]/u.test(heading)) return null;
  const following = trimmed(text, place.end, next);
  if (following.end - following.start < Math.max(20, heading.length) || closes) return null;
  return /[。：:\n]/u.test(text.slice(place.end, place.end + 1)) && text[place.start - 1] !== '。'
    ? { start: task.start, end: following.end }
    : null;
}

const SIGNATURE =
  /(?:附件[：:\d]|[^，。；]{2,40}(?:政府|办公厅|办公室|委员会|厅|局|部|院)\s*20\d\d年\d{1,2}月\d{1,2}日|20\d\d年\d{1,2}月\d{1,2}日\s*(?:$|更多|[（(])|更多信息请关注|[（(]此件|\n(?:抄送|主送|分送|发送|发|主题词)[：:])/u;
const CLOSING =
  /(?<=。)(?:各地|各级|各市|各县|各单位|各部门|各有关|本(?:通知|方案|意见|办法|措施)|省直|以上|请各|为确保)[^。]{0,60}/u;

/** 有下列情形之一的：（一）…: what follows defines something. */
const LEAD_IN = /(?:下列|以下(?:情形|条件|材料|职责|权限|行为|方式|原则|标准|人员|事项))[^。：]{0,30}[：:]\s*$/u;

/** The enumerated stretches at the deepest level. The last one ends before the closing words and the signature. */
function enumerated(text: string, nodes: readonly Node[], to: number, taken: readonly Stretch[]): TaskStretch[] {
  // A regulation's articles (第一条…) bind everybody; they assign nothing.
  if ((text.slice(0, to).match(/第[一二三四五六七八九十百]{1,4}条(?!规定|第|例|款|至|的|、|和)/gu)?.length ?? 0) > 7)
    return [];
  const tasks: TaskStretch[] = [];
  let next = 0;
  let defines: Node['parent'] | undefined;
  for (const node of nodes) {
    if (node.n === 1) defines = LEAD_IN.test(text.slice(Math.max(0, node.at - 40), node.at)) ? node.parent : undefined;
    if (node.children.length > 0 || node.parent === defines || holdsNoTasks(node)) continue;
    let end = Math.min(node.end, to);
    const own = text.slice(node.after, end);
    const signed = SIGNATURE.exec(own);
    if (signed !== null) end = node.after + signed.index;
    if (node === nodes.at(-1) && node.rank >= RANK.digit) {
      const closing = CLOSING.exec(text.slice(node.body, end));
      if (closing !== null && closing.index > 40) end = node.body + closing.index;
    }
    const task = nodeStretch(text, node, end);
    while (next < taken.length && taken[next]!.end <= task.start) next++;
    if (task.end - task.start < 6 || (next < taken.length && taken[next]!.start < task.end)) continue;
    tasks.push({ ...task, node, place: null });
  }
  return tasks;
}

/** A node's text up to `to`, without the lead sentence where that is a heading and anything follows it. */
function nodeStretch(text: string, node: Node, to: number): Stretch & { full: number } {
  const whole = trimmed(text, node.body, to);
  const rest = trimmed(text, node.lead, to);
  if (rest.end - rest.start >= 6) return { ...rest, full: whole.start };
  // Nothing but a heading: then that is the task.
  return whole.end - whole.start >= 4 ? { ...whole, full: whole.start } : withFull(text, node.after, to);
}

function withFull(text: string, from: number, to: number): Stretch & { full: number } {
  const task = trimmed(text, from, to);
  return { ...task, full: task.start };
}

/** Without white space and commas at the edges, and without stops at the beginning. */
export function trimmed(text: string, from: number, to: number): Stretch {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && /[\s。，,；;、：:）)]/u.test(text[start]!)) start++;
  while (end > start && /[\s，,；;、：:]/u.test(text[end - 1]!)) end--;
  return { start, end };
}
