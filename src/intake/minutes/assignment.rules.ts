import { looksLikeUnit, mayBeUnit, splitUnits } from './units.rules.ts';
import { splitTop } from './topLevel.rules.ts';

/** Who carries a task, as a bracket or sentence says it. */
export type Assignment = {
  readonly lead: readonly string[];
  readonly co: readonly string[];
  readonly shared: boolean;
  /** Persons: 牵头领导, 责任人. */
  readonly leaders: readonly string[];
  /** What else stands in the bracket (完成时限, 持续推进, 2017年底前完成), to be read for a deadline. */
  readonly remark: string;
  /** What stands behind 完成时限：, as printed (4月底前, 长期坚持). */
  readonly due: string | null;
  /** Units extended to all later items: 以下均需各市政府落实，不再列出. */
  readonly implied: readonly string[];
};

type Role = 'lead' | 'duty' | 'co' | 'person' | 'due' | 'none';
type Group = { role: Role; units: string[]; labelled: boolean };

const LABEL =
  /^(?:(?<lead>牵头|主办|主责|总牵头|第一责任)(?:负责)?(?:单位|部门|处室|科室|机构)|(?<co>配合|协办|协同|协作|参与|参加|协助|会办|支持|辅助)(?:责任)?(?:单位|部门|处室|科室|机构)|(?<duty>责任|承办|实施|落实|负责|完成|主管|承担|分工|执行)(?:单位|部门|处室|科室|主体|机构|分工|市县)|(?<person>(?:牵头|责任|分管|包联|包保|联系|主管|主抓)(?:市|省|县)?(?:领导|人|同志)|负责人|责任领导|联系人|[市县区]级领导)|(?<due>(?:完成|办理|办结|整改|工作|实施|落实|时间|进度)?(?:时限|期限|时间|日期|时间节点)(?:要求)?)|(?<bare>牵头|责任|配合|时限)(?=[：:]))[：:为]?/u;

const VERB_END =
  /(?:(?<lead>(?:总?牵头|主办|主责)(?:抓总|组织)?(?:负责)?(?:落实|实施|推进|组织实施)?|提出(?:具体|初步)?意见)|(?<co>(?:积极|密切|协助|协同)?(?:配合|参加|参与|协助|协办|支持)(?:落实|做好|实施)?|督查落实|督促落实|监督落实)|(?<duty>(?:等)?(?:依|按照?|根据)?(?:照)?(?:各自)?(?:职责|职能|任务|职权)?(?:分工)?(?:和职责)?(?:分别|共同|具体|组织|全面)*(?:负责|承担)(?:组织)?(?:落实|实施|推进|具体实施|指导|督导)?|(?:组织)(?:实施|落实)|(?:按职责分工|分别|抓好)(?:落实|实施|推进)|落实))$/u;
/** What the units of 会同甲局、乙局研究制定 do together. */
const DEED =
  /(?:抓紧|尽快|共同|联合|认真)?(?:研究|组织|具体)?(?:制定|制订|办理|推进|编制|审核|确定|提出(?:意见|方案)?|解决|完成|研究|开展|指导|督促|督导|监督|检查)$/u;
const JOINTLY = /(?:会同|会商|商同|联合|商(?=[省市国]))/u;
const IMPLIED =
  /以下(?:各?项?(?:任务|措施|工作)?)均?(?:需|由|须|要|含|包括)?由?(?<units>.{2,80}?)(?:负责|落实|配合|实施|参与|[，,。]不再)/u;
const FIRST_LEADS =
  /(?:列|排)(?:名|在)?(?:在)?第(?:一|1)(?:位)?(?:的|者)?(?:单位|部门)?(?:的)?(?:为|是)(?:总)?牵头|第一(?:个|位|家)?(?:单位|部门)?(?:的)?为(?:总)?牵头/u;

/** Whether a text says that of several units the first named leads (列第一位者为牵头部门，下同). */
export const firstNamedLeads = (text: string): boolean => FIRST_LEADS.test(text);

/**
 * Reads the inside of a bracket, a line with labels, or a sentence. Null when it assigns nobody (and sets no deadline).
 *
 * 牵头 leads; 配合, 参加, 会同, 督查落实, and whatever is responsible beside a 牵头, help; only 负责 or 责任单位 means that
 * all carry it (`shared` when several), unless `firstLeads`, when the first named leads and the others help.
 */
export function readAssignment(inside: string, firstLeads: boolean): Assignment | null {
  const text = closedUp(inside);
  const [head = '', ...sentences] = splitTop(text, '。').map((p) => p.text);
  const { groups, remarks, leaders, due } = readClauses(head);
  const units = groups.filter((g) => g.units.length > 0);
  const remark = [...remarks, ...sentences].filter((r) => r !== '').join('；');
  if (units.length === 0 && leaders.length === 0 && !groups.some((g) => g.role === 'due')) return null;
  const implied = IMPLIED.exec(text)?.groups?.['units'];
  return {
    ...distribute(units, firstLeads || firstNamedLeads(text)),
    leaders,
    remark,
    due,
    implied: implied === undefined ? [] : splitUnits(implied.replaceAll('和', '、')).units,
  };
}

const LABELLED = /^[^，；、：:。]{1,8}(?:单位|部门|时限|期限|时间|领导|人)[：:]/u;

/** Without spaces; between two full names (市水务局 市住建局) one stands for a 、, before a label for a ；. */
const closedUp = (inside: string): string =>
  inside
    .trim()
    .split(/\s+/u)
    .reduce((said, more) => {
      if (LABELLED.test(more)) return `${said}；${more}`;
      const [, before] = /([^，；、：:。]*)$/u.exec(said)!;
      const [next] = /^[^，；、：:。]*/u.exec(more)!;
      return looksLikeUnit(before!) && looksLikeUnit(next) ? `${said}、${more}` : said + more;
    });

function distribute(groups: readonly Group[], firstLeads: boolean): Pick<Assignment, 'lead' | 'co' | 'shared'> {
  const of = (role: Role): string[] => [...new Set(groups.filter((g) => g.role === role).flatMap((g) => g.units))];
  const lead = of('lead');
  const duty = of('duty');
  const co = of('co');
  const without = (units: string[], taken: string[]): string[] => units.filter((u) => !taken.includes(u));
  if (lead.length > 0) return { lead, co: without([...new Set([...duty, ...co])], lead), shared: false };
  if (firstLeads && co.length === 0) return { lead: duty.slice(0, 1), co: duty.slice(1), shared: false };
  return { lead: duty, co: without(co, duty), shared: duty.length > 1 };
}

function readClauses(head: string): { groups: Group[]; remarks: string[]; leaders: string[]; due: string | null } {
  const groups: Group[] = [];
  const remarks: string[] = [];
  const leaders: string[] = [];
  let due: string | null = null;
  let label: Role = 'none';
  for (const clause of clauses(head)) {
    const found = LABEL.exec(clause);
    const start = found === null ? clause : clause.slice(found[0].length);
    if (found !== null) label = labelRole(found.groups!);
    if (label === 'due') {
      remarks.push(start);
      due ??= start;
      groups.push({ role: 'due', units: [], labelled: true });
      if (found === null) label = 'none';
    } else if (label === 'person') leaders.push(...start.split('、').filter((n) => n !== ''));
    else if (FIRST_LEADS.test(start) || /^(?:下同|不再.{0,4}列出|以下|(?:其他|其余).{0,4}为)/u.test(start)) continue;
    else if (!readClause(start, label, groups)) remarks.push(start);
  }
  // Names alone, without a verb or a label, explain something: 含社区.
  if (groups.every((g) => g.role === 'none' && !g.labelled)) groups.length = 0;
  settle(groups);
  return { groups, remarks, leaders, due };
}

/** Cuts at ，；, and after 牵头 or 负责 even at a 、 (甲局牵头、乙局配合). */
const clauses = (head: string): string[] =>
  splitTop(head, '，；,;')
    .flatMap((p) => p.text.split(/(?<=牵头(?:负责)?|主办|[^人]负责)、/u))
    .filter((c) => c !== '');

function labelRole(named: Record<string, string | undefined>): Role {
  if (named['lead'] !== undefined || named['bare'] === '牵头') return 'lead';
  if (named['co'] !== undefined || named['bare'] === '配合') return 'co';
  if (named['person'] !== undefined) return 'person';
  if (named['due'] !== undefined || named['bare'] === '时限') return 'due';
  return 'duty';
}

/** Adds the clause's units; false when it names none and is a remark. */
function readClause(clause: string, label: Role, groups: Group[]): boolean {
  const verb = VERB_END.exec(clause);
  const said: Role =
    verb === null
      ? 'none'
      : verb.groups!['lead'] !== undefined
        ? 'lead'
        : verb.groups!['co'] !== undefined
          ? 'co'
          : 'duty';
  const body = verb === null ? clause : clause.slice(0, verb.index);
  const together = JOINTLY.exec(body);
  const role: Role = said === 'lead' || said === 'co' ? said : label !== 'none' ? label : said;
  if (together !== null) {
    const first = namesIn(body.slice(0, together.index), label !== 'none');
    const others = namesIn(body.slice(together.index + together[0].length).replace(DEED, ''), label !== 'none');
    if (others.length === 0) return false;
    const leading: Role = role === 'none' ? 'duty' : role;
    groups.push(
      { role: leading, units: first, labelled: label !== 'none' },
      { role: 'co', units: others, labelled: true },
    );
    return true;
  }
  const units = namesIn(body, label !== 'none');
  if (units.length === 0) return false;
  groups.push({ role, units, labelled: label !== 'none' });
  return true;
}

/** Units of a clause; without a label every one must look like a unit, or the clause is no list of units. */
function namesIn(text: string, labelled: boolean): string[] {
  const { units } = splitUnits(text);
  if (labelled) return units.filter((u) => u.length <= 60 && !/^\d{4}年|^(?:长期|持续|立即|常态)/u.test(u));
  const sure = units.filter(looksLikeUnit).length;
  // One unusual name among usual ones (共青团中央) does not make a list of units something else.
  return sure * 2 > units.length && units.every((u) => looksLikeUnit(u) || mayBeUnit(u)) ? units : [];
}

/** A list without a verb belongs to the verb that follows it (甲局等部门，各市政府负责); after a lead it helps. */
function settle(groups: Group[]): void {
  let next: Role = groups.some((g) => g.role === 'lead') ? 'co' : 'duty';
  for (const group of groups.toReversed()) {
    if (group.role === 'none') group.role = next;
    else if (group.role !== 'due' && group.role !== 'person') next = group.role;
  }
}
