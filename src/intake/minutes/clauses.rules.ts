import { splitTop } from './topLevel.rules.ts';
import type { Stretch } from './contract.ts';

/** A sentence of several tasks taken apart: `要甲，乙，确保丙` has the tasks 甲 and 乙 and the aim 丙. */
export type Clauses = { readonly area: string | null; readonly tasks: readonly Stretch[]; readonly aim: string | null };

const AREA =
  /^(?:(?:关于|就)?(?:在|围绕|针对)?(?<area>[^，。；]{2,40}?)方面[，,:：]?|关于(?<about>[^，。；（(]{2,40}?)(?:问题)?[，,。:：]|(?:围绕|聚焦|针对|紧盯)(?<on>[^，。；]{2,30}?)，(?=(?:[^，。；]{2,24})?要))/u;
/** Words in front of a task that are not part of it. */
const URGE = /^(?:要|须|必须|应当?|需要|需|同时要?|并要?|还要|会议要求|会议强调|会议指出|下一步，?要?)(?!素|点|求|害)/u;
/** A clause that only says how or where; the task comes with the next one. */
const MODIFIER =
  /^(?:围绕|针对|对照|按照|依照|根据|结合|通过|依托|以(?!.*(?:推动|促进|带动))|借助|利用|在|从|就|对(?!接|标)|对于|坚持(?=.{2,12}(?:原则|导向)$)|立足|面向|为了|自|截至|待|按|把(?=.{1,14}作为)|将(?=.{1,20}作为)|(?:力争|确保)?(?:\d{1,2}月|\d{4}年|本[周月]|下[周月]|今年|明年|每[年月季周]).{0,16}(?:[前底内末起间日期年月旬时]|周.|季度)$)/u;
/** Who is to do it, before a clause that only says how: 各县要围绕主导产业. */
const SUBJECT = /^[^，]{2,30}?[要须](?=围绕|针对|按照|根据|结合|通过|依托|对(?!接)|以)/u;
const DEGREE =
  '(?:切实|全力|坚决|有力|有效|进一步|着力|努力|奋力|更好|不断|持续|稳步|扎实|充分|加快|大力|全面|从而|真正|最大限度|共同)*';
const AIM = new RegExp(
  `^${DEGREE}(?:确保|守住|守牢|筑牢|保障|保证|实现|促进|助力|营造|形成|打造|维护|以.{2,16}(?:推动|促进|带动|保障)|为.{2,36}(?:奠定|提供|营造|贡献|作出|做出|创造|打下|注入|增添|积蓄|积累|夯实|筑牢)|让.{2,20}(?:更|满意|受益|放心|安心)|使.{2,20}(?:更|成为|得到)|(?:推动|推进|发挥|提升|增强|提高|展现|塑造|巩固|带动).{2,36}(?:开展|落实|落地|落地见效|见效|发展|提升|好转|回升|向好|平稳运行|稳定|作用|支撑|成效|实效|氛围|格局|水平|质量|能力|满意度|形象|目标|见效果|上台阶|环境|面貌|品质|效率|活力|竞争力|早.{2,3})|(?:防止|杜绝|避免|防范|遏制|不).{2,16}(?:发生|反弹|蔓延|出现|返贫|事故|问题|事件))`,
  'u',
);

/** A closing clause of an area that says how it shall become, not what to do. */
const RESOLVE = /^(?:坚决|努力|全力|奋力|切实|着力|稳步|扎实|不断|持续)/u;

/**
 * Takes one sentence apart. The area is what `在…方面` names; the tasks are its clauses at ，; a closing clause of purpose is
 * the aim, never the only clause. `within` is the area that an earlier sentence named. Offsets are into the given sentence,
 * closing signs left out.
 */
export function takeApart(sentence: string, within: string | null = null): Clauses {
  const found = AREA.exec(sentence);
  const area = areaIn(sentence)?.area ?? null;
  const from = found?.[0].length ?? 0;
  const clauses = mergeModifiers(
    splitTop(sentence.slice(from), '，,；;。')
      .map((p) => trimUrge(sentence, { start: p.start + from, end: p.end + from }))
      .filter((s) => s.end > s.start),
    sentence,
  );
  const last = clauses.at(-1);
  if (last === undefined || clauses.length < 2) return { area, tasks: clauses, aim: null };
  const closing = sentence.slice(last.start, last.end);
  // 在…方面，要甲，乙，努力丙: with an area and two tasks before it, a clause that opens with resolve closes them.
  if (!purposeOf(closing, (area ?? within) !== null && clauses.length > 2)) return { area, tasks: clauses, aim: null };
  return { area, tasks: clauses.slice(0, -1), aim: closing };
}

/** Whether a clause says what for, and not what to do; `resolve`: by its place, resolve (努力丙) is a purpose as well. */
export const purposeOf = (clause: string, resolve: boolean): boolean =>
  AIM.test(clause) || (resolve && RESOLVE.test(clause));

/** The area that a text begins by naming (在…方面, 关于…, 围绕…，要), with the words that name it; null when it names none. */
export function areaIn(text: string): { area: string; printed: string } | null {
  const hit = AREA.exec(text);
  const area = hit?.groups!['area'] ?? hit?.groups!['about'] ?? hit?.groups!['on'];
  return area === undefined ? null : { area, printed: hit![0].replace(/[，,。:：]$/u, '') };
}

function trimUrge(sentence: string, { start, end }: Stretch): Stretch {
  const text = sentence.slice(start, end);
  const lead = /^\s*/u.exec(text)![0].length;
  const urge = URGE.exec(text.slice(lead))?.[0].length ?? 0;
  return { start: start + lead + (lead + urge < text.length ? urge : 0), end: end - /\s*$/u.exec(text)![0].length };
}

function mergeModifiers(clauses: readonly Stretch[], sentence: string): Stretch[] {
  const merged: Stretch[] = [];
  let waiting: number | null = null;
  clauses.forEach((clause, i) => {
    const said = sentence.slice(clause.start, clause.end).replace(SUBJECT, '');
    const isModifier = MODIFIER.test(said) && i < clauses.length - 1;
    const start: number = waiting ?? clause.start;
    if (isModifier) waiting = start;
    else {
      merged.push({ start, end: clause.end });
      waiting = null;
    }
  });
  return merged;
}

/** 坚持…，着力…，甲，乙: the first clause is the principle, the second the aim, and the tasks follow. */
export function principleFirst(clauses: Clauses, sentence: string): Clauses & { readonly principle: string | null } {
  const [first, second, ...rest] = clauses.tasks.map((t) => sentence.slice(t.start, t.end));
  if (
    first === undefined ||
    second === undefined ||
    rest.length === 0 ||
    !/^坚持.{2,10}$/u.test(first) ||
    !/^着力.{2,8}$/u.test(second)
  )
    return { ...clauses, principle: null };
  const all =
    clauses.aim === null ? clauses.tasks.slice(2) : [...clauses.tasks.slice(2), stretchOf(sentence, clauses.aim)];
  return { area: clauses.area, tasks: all, aim: second, principle: first };
}

function stretchOf(sentence: string, clause: string): Stretch {
  const start = sentence.lastIndexOf(clause);
  return { start, end: start + clause.length };
}
