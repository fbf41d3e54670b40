import { holdsNoTasks, type Node } from '../minutes/outline.rules.ts';
import { LONGEST_REST, LONGEST_TEXT } from './plan.contract.ts';

/** What a plan goes by, as its document calls it: the section in which it stands. */
const SECTION = /总体?要求|总体思路|工作思路|指导思想|(?:基本|工作|总体|实施)原则|总基调/u;
/** A sentence before the first section that says it: 以…为总要求, 坚持稳中求进工作总基调, 以…统揽全局. */
const SAID = /(?:总体?要求|工作总基调|基本原则|总原则|统揽全局|为统领)/u;

/** What a plan is guided by: its heading and first sentence, the sentences that belong to it, and those for which there is no room. */
export type Principle = { readonly text: string; readonly rest: string | null; readonly left: readonly string[] };

/** Whether a section without tasks says what the plan goes by, and not what it aims at or who looks after it. */
export function isPrinciple(node: Node): boolean {
  for (let n: Node | null = node; n; n = n.parent)
    if (n.heading !== '' && holdsNoTasks(n) && !holdsNoTasks(n.parent))
      return SECTION.test(n.heading) && !isAim(node, n);
  return false;
}

/** 主要目标 within 总体要求: what is aimed at is said again below, with its numbers. */
function isAim(node: Node, section: Node): boolean {
  for (let n: Node | null = node; n && n !== section; n = n.parent) if (/目标/u.test(n.heading)) return true;
  return false;
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。；\n])/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));

/** What stands before the first section: what of it says what the plan goes by, and the rest. */
export function principleIn(preface: string): { readonly said: string[]; readonly rest: string } {
  const sentences = preface.split(/(?<=[。\n])/u);
  return {
    said: sentences.filter((one) => SAID.test(one)).map((one) => one.trim()),
    rest: sentences
      .filter((one) => !SAID.test(one))
      .join('')
      .trim(),
  };
}

/** One principle of all that is said of it; null where nothing is. What is longer than a matter holds is among what was not used. Pure. */
export function principleOf(passages: readonly string[]): Principle | null {
  const [first, ...others] = passages.flatMap(sentencesOf);
  if (first === undefined) return null;
  const fits = first.length <= LONGEST_TEXT;
  const text = fits ? first : first.slice(0, LONGEST_TEXT);
  const rest: string[] = [];
  const left: string[] = [];
  let room = LONGEST_REST;
  for (const one of [...(fits ? [] : [first.slice(LONGEST_TEXT)]), ...others]) {
    room -= one.length;
    (room >= 0 ? rest : left).push(one);
  }
  return { text: text.replace(/。$/u, ''), rest: rest.join('') || null, left };
}
