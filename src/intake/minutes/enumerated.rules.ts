import { nodeStretch, type Part, type TaskStretch } from './extent.rules.ts';
import { RANK } from './markers.rules.ts';
import { DAY_NUMBER, MONTH_NUMBER, withArabicYears } from './numerals.rules.ts';
import { holdsNoTasks, type Node } from './outline.rules.ts';
import type { Stretch } from './contract.ts';

const DATE = `20\\d\\d年${MONTH_NUMBER}月${DAY_NUMBER}日`;
const SIGNATURE = new RegExp(
  [
    '附件[：:\\d]',
    `[^，。；]{2,40}(?:政府|办公厅|办公室|委员会|厅|局|部|院)\\s*${DATE}`,
    `${DATE}\\s*(?:$|更多|[（(])`,
    '更多信息请关注|[（(]此件|(?<=[。\\n])联系(?:人|电话|方式|单位)(?:及[^：:。]{0,8})?[：:]',
    '(?<=[。\\n])会议还(?:研究|听取|审议|讨论|学习|传达|通报)',
    '\\n(?:抄送|主送|分送|发送|发|主题词|(?:出席|列席|参[加会]|与会|请假|缺席|主持|记录)(?:人员|人|领导|同志|单位)?)[：:]',
  ].join('|'),
  'u',
);
const CLOSING =
  /(?<=。)(?:各地|各级|各市|各县|各单位|各部门|各有关|本(?:通知|方案|意见|办法|措施)|省直|以上|请各|为确保)[^。]{0,60}/u;

/** Where in a stretch the closing words or the signature begin; its length when they do not. */
export function closingAt(own: string): number {
  const signed = SIGNATURE.exec(withArabicYears(own));
  const closing = CLOSING.exec(own);
  return Math.min(signed?.index ?? own.length, closing?.index ?? own.length);
}

/** 有下列情形之一的：（一）…: what follows defines something. */
const LEAD_IN = /(?:下列|以下(?:情形|条件|材料|职责|权限|行为|方式|原则|标准|人员|事项))[^。：]{0,30}[：:]\s*$/u;

/**
 * The enumerated stretches at the deepest level outside of the sections that hold no tasks, but for those that `taken`
 * overlaps. The last one ends before the closing words and the signature.
 */
export function enumerated(text: string, part: Part, taken: readonly Stretch[]): TaskStretch[] {
  const { nodes, from, to } = part;
  // A regulation's articles (第一条…) bind everybody; they assign nothing.
  if ((text.slice(from, to).match(/第[一二三四五六七八九十百]{1,4}条(?!规定|第|例|款|至|的|、|和)/gu)?.length ?? 0) > 7)
    return [];
  const tasks: TaskStretch[] = [];
  let next = 0;
  let defines: Node['parent'] | undefined;
  for (const node of nodes) {
    if (node.n === 1) defines = LEAD_IN.test(text.slice(Math.max(0, node.at - 40), node.at)) ? node.parent : undefined;
    if (node.children.length > 0 || node.parent === defines || holdsNoTasks(node)) continue;
    let end = Math.min(node.end, to);
    const own = text.slice(node.after, end);
    const signed = SIGNATURE.exec(withArabicYears(own));
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
