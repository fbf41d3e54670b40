import type { Assigned } from './brackets.rules.ts';
import { closingAt } from './enumerated.rules.ts';
import { nodeStretch, trimmed, withFull, type Part, type TaskStretch } from './extent.rules.ts';
import { RANK } from './markers.rules.ts';
import type { Node } from './outline.rules.ts';
import type { Stretch } from './contract.ts';

/** The smallest stretches with a bracket of their own: from the marker, or the bracket before, to the bracket. */
export function bracketed(text: string, part: Part, places: readonly Assigned[]): TaskStretch[] {
  const tasks: TaskStretch[] = [];
  const { nodes, from, to } = part;
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
    const next = Math.min(nodes[cursor]?.at ?? to, places[i + 1]?.start ?? to);
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

/**
 * A bracket that stands right behind a heading (（一）棚改工程（责任单位：住建局）。建成…) assigns what follows it, unless that has a
 * bracket of its own (`closes`).
 */
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
  // An enumerated clause (二是建立台账（甲局负责）。) and a sentence that closes its line are tasks, whatever follows.
  if (node.rank >= RANK.ordinal || /^[。；]\n/u.test(text.slice(place.end, place.end + 2))) return null;
  const following = trimmed(text, place.end, place.end + closingAt(text.slice(place.end, next)));
  if (following.end - following.start < Math.max(20, heading.length) || closes) return null;
  return /[。：:\n]/u.test(text.slice(place.end, place.end + 1)) && text[place.start - 1] !== '。'
    ? { start: task.start, end: following.end }
    : null;
}
