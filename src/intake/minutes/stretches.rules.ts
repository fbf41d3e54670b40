import { firstNamedLeads } from './assignment.rules.ts';
import { bracketed } from './bracketed.rules.ts';
import { assignedPlaces, type Assigned } from './brackets.rules.ts';
import { enumerated } from './enumerated.rules.ts';
import type { Part, TaskStretch } from './extent.rules.ts';
import { holdsNoTasks, outline, type Node } from './outline.rules.ts';
import { running } from './running.rules.ts';
import { bySubject } from './sentence.rules.ts';

/** What a text's enumerations and brackets make of it. */
export type Tasks = { readonly nodes: readonly Node[]; readonly tasks: readonly TaskStretch[] };

/** So few of so many enumerated stretches have brackets that the others are tasks as well. */
const MANY = 15;
const SPARSE = 15;
/** Shorter ones are a table of contents. */
const LONG_ENOUGH = 40;

/**
 * The items of a document. Where brackets assign, an item is the smallest stretch with a bracket of its own: from its marker
 * or the bracket before to the bracket. Where none does, it is each enumerated stretch at the deepest level outside of the
 * sections that hold no tasks. In `minutes` of a meeting both are items: what was resolved without a bracket was resolved too;
 * minutes that have neither are read sentence by sentence.
 */
export function findTasks(text: string, minutes: boolean): Tasks {
  const nodes = outline(text);
  const parts = partsOf(nodes, text.length);
  const places = assignedPlaces(text, firstLeadsIn(parts, text));
  let tasks: TaskStretch[] = [];
  let next = 0;
  for (const part of parts) {
    const begin = next;
    while (next < places.length && places[next]!.start < part.to) next++;
    const here = places.slice(begin, next);
    const assigned = bracketed(text, part, here);
    tasks = join(tasks, assigned);
    if (minutes || places.length === 0 || mostlyWithout(part, here))
      tasks = join(
        tasks,
        enumerated(text, { ...part, nodes: part.nodes.filter(withoutPlace(here)) }, assigned).flatMap((task) =>
          minutes ? eachUnits(text, task) : [task],
        ),
      );
  }
  if (minutes && tasks.length === 0) tasks = running(text);
  return { nodes, tasks: tasks.toSorted((a, b) => a.start - b.start) };
}

/** 甲局要…，乙局要… in minutes: a task for each. */
const eachUnits = (text: string, task: TaskStretch): TaskStretch[] =>
  bySubject(text, task).map((own, i) => ({ ...task, ...own, full: i === 0 ? task.full : own.start }));

function join(tasks: TaskStretch[], more: readonly TaskStretch[]): TaskStretch[] {
  for (const task of more) tasks.push(task);
  return tasks;
}

function partsOf(nodes: readonly Node[], length: number): Part[] {
  const parts: { from: number; to: number; nodes: Node[] }[] = [{ from: 0, to: length, nodes: [] }];
  for (const node of nodes) {
    const last = parts.at(-1)!;
    if (last.nodes.length > 0 && last.nodes[0]!.part !== node.part) {
      last.to = node.at;
      parts.push({ from: node.at, to: length, nodes: [node] });
    } else last.nodes.push(node);
  }
  return parts;
}

function mostlyWithout(part: Part, places: readonly Assigned[]): boolean {
  const leaves = part.nodes.filter((n) => n.children.length === 0 && !holdsNoTasks(n));
  const length = leaves.reduce((sum, n) => sum + n.end - n.body, 0);
  return leaves.length >= MANY && places.length * SPARSE < leaves.length && length >= LONG_ENOUGH * leaves.length;
}

/** A filter for nodes in whose own text nothing assigns; called in their order. */
function withoutPlace(places: readonly Assigned[]): (node: Node) => boolean {
  let next = 0;
  return (node) => {
    while (next < places.length && places[next]!.end <= node.at) next++;
    return next === places.length || places[next]!.start >= node.end;
  };
}

/**
 * Whether the first named leads, by position: said once, it holds for the whole part of the document that says it. Asked in
 * order of position.
 */
function firstLeadsIn(parts: readonly Part[], text: string): (position: number) => boolean {
  if (!firstNamedLeads(text)) return () => false;
  const said = parts.map((p) => firstNamedLeads(text.slice(p.from, p.to)));
  let part = 0;
  return (position) => {
    while (part < parts.length - 1 && position >= parts[part]!.to) part++;
    return said[part]!;
  };
}
