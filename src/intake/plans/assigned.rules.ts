import { readAssignment } from '../minutes/assignment.rules.ts';
import { saidIn } from '../minutes/subject.rules.ts';
import { splitTop } from '../minutes/topLevel.rules.ts';
import { amountsIn } from './unread.rules.ts';

/** A sentence of a plan without what says only who answers for it (`told`, as printed), and who that is, by the names that it gives them. */
export type SaidOf = {
  readonly text: string;
  readonly told: readonly string[];
  readonly lead: readonly string[];
  readonly co: readonly string[];
};

const LABEL = /^\s*(?:总?牵头|责任|主办|承办|实施|落实|配合|协办|参与)(?:单位|部门)[：:]/u;
/** 由甲局负责 as a clause of its own, or behind what is to be done. */
const BY =
  /(?:具体|该项工作|此项工作)?由[^，,。；;由]{2,60}?(?:总?牵头|负责|主办|承办|组织实施|实施|落实)(?:负责|组织实施|实施|落实|推进)*\s*$/u;
/** Where one unit leads and another helps without a comma between them: 由甲局牵头、乙局配合. */
const HELPED = /(?<=牵头(?:负责)?|主办|[^人]负责)、/u;

/** Behind a label stand names, and at times by when or how much: 责任单位：市人社局，年底前完成. Whether a text may be a name. Pure. */
export const mayBeName = (text: string): boolean =>
  !/完[成工]|开工|\d+月|[年月]底|\d$/u.test(text) && amountsIn(text).length === 0;

/**
 * Who answers for a sentence that says so without a bracket: 由市工信局负责, 由甲局牵头、乙局配合, 责任单位：市商务局. Only names that look like
 * units count; where a label names them, any. Pure.
 */
export function saidOf(sentence: string): SaidOf {
  const [lead, co, kept, told]: [string[], string[], string[], string[]] = [[], [], [], []];
  const pieces = splitTop(sentence, '，,。；;\n');
  for (const { text: piece, start, by } of pieces) {
    if (LABEL.test(piece)) {
      const said = readAssignment(sentence.slice(start).replace(/[。；;\s]+$/u, ''), false);
      lead.push(...(said?.lead ?? []).filter(mayBeName));
      co.push(...(said?.co ?? []).filter(mayBeName));
      told.push(sentence.slice(start));
      break;
    }
    const rest = piece.split(HELPED).map((clause) => {
      const tail = BY.exec(clause)?.[0];
      const said = saidIn(tail ?? clause);
      lead.push(...(said?.lead ?? []));
      co.push(...(said?.co ?? []));
      if (said && tail !== undefined) {
        told.push(tail);
        return clause.slice(0, -tail.length);
      }
      if (said?.only) told.push(clause);
      return said?.only ? '' : clause;
    });
    const left = rest.filter(Boolean).join('、');
    if (left.trim()) kept.push(`${left}${by}`);
  }
  return { text: kept.join(''), told, lead, co };
}

/** What says in which way somebody answers for something, and the marks between names. */
const ROLES =
  /(?:总?牵头|责任|主办|承办|主管|具体|组织|共同|分别|按职责分工|按照?各自职责|该项工作|此项工作)|(?:负责|实施|落实|推进|配合|协办|协助|参与|单位|部门|会同|以及|由|等|和|与|及)|[^\p{L}\p{N}]/gu;

/** Whether a passage says who answers for something by these names and nothing besides: （市工信局牵头，6月底前完成） says more. Pure. */
export const namesOnly = (passage: string, names: readonly string[]): boolean =>
  names
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ''), passage)
    .replace(ROLES, '') === '';
