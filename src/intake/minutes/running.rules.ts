import { trimmed, type TaskStretch } from './extent.rules.ts';
import { bySubject, sentenceAssignment } from './sentence.rules.ts';
import { splitTop, type Piece } from './topLevel.rules.ts';
import type { Stretch } from './contract.ts';

/** What was resolved follows: 会议议定：…, 会议要求，…, 现将议定事项纪要如下：…. */
const RESOLVED =
  /^\s*[^，。：:]{0,24}?(?:议定|决定|确定|明确|要求|强调|交办|部署|安排)(?:(?:的)?(?:事项|任务|工作))?(?:纪要)?(?:如下)?(?:[：:，]|$)/u;
/** What follows was heard or is known: nobody is told to do it. */
const HEARD = /^\s*会议(?:听取|传达|学习|通报|审议|观看|认为|指出|充分肯定|回顾)/u;
const HAPPENED = /已(?:经|于|由|在|完成|全部|基本|按)|(?<![为除])了(?!解)/u;
/** A sentence that names nobody and says more of what the one before assigned. */
const GOES_ON = /^\s*(?:确保|力争|并|同时|其中|务必|必须|要(?![求点素]))/u;
/** 各级各部门要高度重视: everybody, and so nobody. */
const EVERYBODY = /^(?:各级|各(?:有关|相关|成员)?(?:部门|单位|方面)|有关(?:部门|单位)|相关(?:部门|单位))/u;

/**
 * What a running text assigns sentence by sentence, without numbers or brackets: `会议议定：甲局要…；由乙局牵头，…；请丙局…`. Only what a
 * meeting resolved counts, and of this only what names whose it is: a report says in the same words what was done.
 */
export function running(text: string): TaskStretch[] {
  const tasks: TaskStretch[] = [];
  let resolved = false;
  let from = 0;
  for (const paragraph of text.split('\n')) {
    // Whether the sentence before assigned something: the next may say more of it, within its paragraph.
    let open = false;
    for (const sentence of splitTop(paragraph, '。；;')) {
      if (HEARD.test(sentence.text)) resolved = false;
      const opening = RESOLVED.exec(sentence.text)?.[0];
      if (opening !== undefined) resolved = true;
      const own = resolved ? assignedIn(text, from, sentence, opening ?? '') : [];
      const goesOn: boolean = open && resolved && own.length === 0 && GOES_ON.test(sentence.text);
      if (goesOn) tasks.push({ ...tasks.pop()!, end: endOf(from, sentence) });
      for (const stretch of own) tasks.push({ ...stretch, full: stretch.start, node: null, place: null });
      open = goesOn || own.length > 0;
    }
    from += paragraph.length + 1;
  }
  return tasks;
}

/** The stretches of a sentence behind its `opening` that are somebody's to do. */
function assignedIn(text: string, from: number, sentence: Piece, opening: string): Stretch[] {
  const whole = trimmed(text, from + sentence.start + opening.length, endOf(from, sentence));
  return bySubject(text, whole).filter(({ start, end }) => {
    const said = text.slice(start, end);
    const who = HAPPENED.test(said) ? null : sentenceAssignment(said);
    return who !== null && !who.lead.every((unit) => EVERYBODY.test(unit));
  });
}

/** With the stop that ends it, as other items have it. */
const endOf = (from: number, { end, by }: Piece): number => from + end + (by === '。' ? 1 : 0);
