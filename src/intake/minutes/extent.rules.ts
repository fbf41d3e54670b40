import type { Assigned } from './brackets.rules.ts';
import type { Node } from './outline.rules.ts';
import type { Stretch } from './contract.ts';

/** A stretch that is one item, the marker it stands under, and the place that assigns it. */
export type TaskStretch = Stretch & {
  /** Where it begins together with its lead sentence. */
  readonly full: number;
  readonly node: Node | null;
  readonly place: Assigned | null;
};

/** A document within the file, with an enumeration of its own: the notice, the plan that it issues, an attachment. */
export type Part = { readonly from: number; readonly to: number; readonly nodes: readonly Node[] };

/** A node's text up to `to`, without the lead sentence where that is a heading and anything follows it. */
export function nodeStretch(text: string, node: Node, to: number): Stretch & { full: number } {
  const whole = trimmed(text, node.body, to);
  const rest = trimmed(text, node.lead, to);
  if (rest.end - rest.start >= 6) return { ...rest, full: whole.start };
  // Nothing but a heading: then that is the task.
  return whole.end - whole.start >= 4 ? { ...whole, full: whole.start } : withFull(text, node.after, to);
}

/** A stretch of the text without its edges, of which nothing more is left out. */
export function withFull(text: string, from: number, to: number): Stretch & { full: number } {
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
