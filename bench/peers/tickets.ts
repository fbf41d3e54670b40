import { addWorkdays, nationalCalendar, type Day, type Uuid } from '../../src/kernel/index.ts';
import type { Given } from '../world/lives.ts';
import { chance, type Chance } from '../world/chance.ts';
import { unitId } from '../world/people.ts';
import { plan, TEXTS } from '../world/plan.ts';
import { texts } from '../world/texts.ts';

/** As many for each of the three: what a city of five million has in a year, in queues for its units, and who works on it. */
export const TICKETS = 100_000;
export const QUEUES = 40;
export const AGENTS = 8;
/** The city of ours that is compared. */
export const PEERS_CITY = 990203;

/** One ticket before any of the three has it; `n` from 1, oldest first; `given` is the life that it has with us. */
export type Ticket = {
  readonly n: number;
  readonly id: Uuid;
  readonly subject: string;
  readonly body: string;
  /** From 0. */
  readonly queue: number;
  readonly due: Day;
  readonly given: Given;
};
export type Sits = NonNullable<Given['sits']>;

/** Subject and body as one text, as a matter has them. */
export const textOf = (subject: string, body: string): string => `${subject}\n${body}`;

/** How many are numbered in each year: the last number of its series. */
export type Numbered = ReadonlyMap<number, number>;

/** All tickets, the same in every run of a day. */
export function tickets(now: Date, sits?: Sits): { all: Ticket[]; numbered: Numbered } {
  const { weeks, matters } = plan(TICKETS, now);
  const subjects = texts(TEXTS);
  const numbered = new Map<number, number>();
  const all = matters.map((m, i): Ticket => {
    const { heldOn, year } = weeks[m.week]!.meeting;
    const n = (numbered.get(year) ?? 0) + 1;
    numbered.set(year, n);
    const { text: subject, area } = subjects[m.text]!;
    const body = bodyOf(chance(i + 1));
    const queues = [...new Set(m.units.map((unit) => unit % QUEUES))];
    const given = {
      city: PEERS_CITY,
      units: queues.map(unitId),
      heldOn,
      course: m.course,
      text: textOf(subject, body),
      area,
      year,
      round: null,
      n,
      ...(sits && { sits }),
    };
    const due = addWorkdays(nationalCalendar, heldOn, 4);
    return { n: i + 1, id: m.id, subject, body, queue: queues[0]!, due, given };
  });
  return { all, numbered };
}

/** A new one. */
export function newTicket(c: Chance): { subject: string; body: string; queue: number } {
  const subject = c.pick(SUBJECTS).text;
  return { subject, body: bodyOf(c), queue: c.below(QUEUES) };
}
const SUBJECTS = texts(200);

/** One of the newest tickets, of everybody's their own: Redmine refuses one of two who reply to the same at once. */
export const repliedTo = (agent: number, c: Chance): number => TICKETS - (c.below(REPLIED) * AGENTS + agent);
/** How many of the newest of their tickets everybody replies to. */
export const REPLIED = 60;

/** What everybody replies. */
export const REPLY = '已到现场核实，责任单位明确，预计三个工作日内完成，完成后报送照片和验收材料。';
const SIGNS = '华盛恒泰信达新宏源鑫瑞丰永利康安福';
const TRADES = ['建材', '物流', '商行', '电子', '食品', '机械', '家具', '园林'];
const PLIGHTS = [
  '反映门前道路破损多处，雨天积水，货车进出困难，已向社区报告两次',
  '反映申请的临时用电迟迟没有答复，两条生产线停工待料',
  '反映承诺的奖补资金没有到账，资料去年十月已经交齐',
  '反映夜间施工噪声扰民，居民与工地多次争执',
  '反映招标文件要求本地业绩，外地企业无法报名',
  '反映下水管网堵塞，污水外溢到停车场，气味很大',
];
const WISHES = [
  '请牵头单位会同有关部门现场查看，提出解决办法',
  '请明确责任人、完成时限和联系电话，答复来访人',
  '请核对台账，说明未办结的原因，补齐凭据',
  '请按职责分工办理，涉及多家单位的由牵头单位汇总',
];
const firm = (c: Chance): string => c.pick([...SIGNS]) + c.pick([...SIGNS]) + c.pick(TRADES);

function bodyOf(c: Chance): string {
  const say = () => `${firm(c)}${c.pick(PLIGHTS)}，涉及 ${1 + c.below(90)} 户。`;
  return `${say()}${c.below(2) ? say() : ''}${c.pick(WISHES)}，并于每周五前报送进展。`;
}

/** Four characters that stand in bodies, and four that stand in subjects: often, seldom or nowhere. */
export const inBodies = firm;
export const inSubjects = (c: Chance): string => {
  const place = /^(..)(社区|大道|小区|学校)：/u;
  for (;;) {
    const found = place.exec(c.pick(SUBJECTS).text);
    if (found) return found[1]! + found[2]!;
  }
};
