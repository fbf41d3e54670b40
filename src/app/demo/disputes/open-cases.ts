import type { ActKind } from '../../../mechanism/index.ts';

/** Who does a step: the office, or the first, second or third of the station's staff. */
type Doer = 'office' | 'first' | 'second' | 'third';
/**
 * One step: who does what, so many working days before today, and what is given. `ahead` among what is given stands for a day so many
 * working days from today; `meant`: the rule that refuses it, which is why the next step is as it is.
 */
export type OpenStep = {
  readonly who: Doer;
  readonly kind: ActKind;
  readonly ago: number;
  readonly given?: Record<string, unknown>;
  readonly meant?: string;
};
type Side = { readonly name: string; readonly person?: true; readonly agent?: string; readonly known?: true };
/** A dispute under way: what it is about, who stands against whom, how much is at stake (fen), and what has come of it. */
export type OpenCase = {
  readonly category: string;
  readonly text: string;
  readonly channel: string;
  readonly amount: number;
  readonly claimant: Side;
  readonly respondent: Side;
  readonly ago: number;
  readonly steps: readonly OpenStep[];
};

const step = (who: Doer, kind: ActKind, ago: number, given: Record<string, unknown> = {}): OpenStep => {
  return { who, kind, ago, given };
};
const WAN = 1_000_000;
const classified = (ago: number) => step('office', 'classify', ago);
const toStation = (ago: number): OpenStep[] => [classified(ago), step('office', 'assign', ago)];
const takenOn = (ago: number, by: 'first' | 'second' = 'first'): OpenStep[] => [
  ...toStation(ago),
  step(by, 'accept', ago),
  step(by, 'appoint', ago, { impartial: true }),
];
const met = (who: Doer, ago: number, text: string, came: readonly number[] = [1, 2]): OpenStep =>
  step(who, 'meet', ago, { from: '09:30', lasted: 90, place: '调解室', came, text });
const convened = (ago: number, ahead: number): OpenStep =>
  step('first', 'convene', ago, { ahead, from: '09:30', place: '调解室', came: [1, 2] });
/** What the respondent promises: how much, and by when, in working days from today. */
const agreed = (ago: number, ...promised: readonly (readonly [amount: number, ahead: number])[]): OpenStep =>
  step('first', 'settle', ago, {
    text: '双方确认欠款金额，按期支付',
    signed: [1, 2],
    obligations: promised.map(([amount, ahead], i) => {
      return { party: 2, text: promised.length === 1 ? '一次付清' : `第${i + 1}期款项`, amount, ahead };
    }),
  });

/** Disputes at every stage, as a station finds them on a morning. All invented. */
export const OPEN_CASES: readonly OpenCase[] = [
  {
    category: '01',
    text: '供货后对账，差额十八万元对方不认，申请调解',
    channel: 'station',
    amount: 18 * WAN,
    claimant: { name: '莲城市禾丰粮油有限公司' },
    respondent: { name: '莲城市同盛商贸有限公司' },
    ago: 1,
    steps: [],
  },
  {
    category: '08',
    text: '冷链运输途中货损，赔偿数额谈不拢',
    channel: 'hotline',
    amount: 9 * WAN,
    claimant: { name: '莲城市鲜达食品有限公司' },
    respondent: { name: '莲城市顺路物流有限公司' },
    ago: 1,
    steps: [classified(1)],
  },
  {
    category: '04',
    text: '离职结算的加班费有争议',
    channel: 'visit',
    amount: 4 * WAN,
    claimant: { name: '章文博', person: true },
    respondent: { name: '莲城市精工机械有限公司' },
    ago: 2,
    steps: toStation(1),
  },
  {
    category: '06',
    text: '园区物业费上涨，十二户企业联名申请调解',
    channel: 'chamber',
    amount: 36 * WAN,
    claimant: { name: '莲城市聚力电子有限公司' },
    respondent: { name: '莲城市安居物业有限公司' },
    ago: 3,
    steps: [...toStation(3), step('first', 'refuse', 2, { reason: '园区在东湖区，建议交东湖调解站就近办理' })],
  },
  {
    category: '05',
    text: '厂房提前退租，押金和装修补偿有争议',
    channel: 'station',
    amount: 52 * WAN,
    claimant: { name: '莲城市明锐科技有限公司' },
    respondent: { name: '莲城市恒基置业有限公司' },
    ago: 2,
    steps: [...toStation(2), step('second', 'accept', 1)],
  },
  {
    category: '01',
    text: '设备交付后尾款未付，双方对验收结论各执一词',
    channel: 'station',
    amount: 240 * WAN,
    claimant: { name: '', known: true },
    respondent: { name: '莲城市永嘉纺织有限公司', agent: '秦远' },
    ago: 4,
    steps: [
      ...toStation(4),
      step('first', 'accept', 3),
      { who: 'third', kind: 'appoint', ago: 3, meant: 'matter.conflict-works' },
      step('first', 'note', 3, { text: '原拟由{third}经办；其已申报在申请方任职，应当回避，改由{first}经办。' }),
      step('first', 'appoint', 3, { impartial: true }),
    ],
  },
  {
    category: '03',
    text: '周转借款到期，利息算法有争议',
    channel: 'court',
    amount: 120 * WAN,
    claimant: { name: '莲城市中博商贸有限公司' },
    respondent: { name: '祝明轩', person: true },
    ago: 3,
    steps: [...takenOn(2), convened(1, 1)],
  },
  {
    category: '02',
    text: '厂房钢结构工程结算有争议，质保金没有退',
    channel: 'station',
    amount: 310 * WAN,
    claimant: { name: '莲城市立诚建筑有限公司' },
    respondent: { name: '莲城市兴禾农业有限公司' },
    ago: 6,
    steps: [
      ...takenOn(5),
      met('first', 2, '双方对已完工程量没有争议；质保金是否到期看竣工验收单，申请方三日内补交。'),
      step('first', 'report', 1, { text: '竣工验收单已补交，约定三个工作日后再谈一次', percent: 60 }),
      convened(1, 2),
    ],
  },
  {
    category: '07',
    text: '小股东退出，股权作价差三百万元',
    channel: 'court',
    amount: 300 * WAN,
    claimant: { name: '苏静怡', person: true },
    respondent: { name: '莲城市海纳科技有限公司' },
    ago: 19,
    steps: [
      ...takenOn(18),
      met('first', 12, '申请方要求按净资产作价，对方要求按原出资作价。', [1]),
      met('first', 6, '双方同意各选一家机构评估，取两家的平均数。'),
    ],
  },
  {
    category: '01',
    text: '拖欠包装材料货款',
    channel: 'station',
    amount: 66 * WAN,
    claimant: { name: '莲城市瑞和包装有限公司' },
    respondent: { name: '莲城市正德食品有限公司' },
    ago: 9,
    steps: [...takenOn(8), met('first', 5, '对账确认欠款六十六万元。'), agreed(5, [26 * WAN, 1], [40 * WAN, 20])],
  },
  {
    category: '01',
    text: '拖欠农机配件货款',
    channel: 'station',
    amount: 45 * WAN,
    claimant: { name: '莲城市广益机械有限公司' },
    respondent: { name: '莲城市百川农业有限公司' },
    ago: 16,
    steps: [
      ...takenOn(15),
      met('first', 12, '对账确认欠款四十五万元。'),
      agreed(12, [15 * WAN, -6], [15 * WAN, -2], [15 * WAN, 15]),
      step('first', 'keep', 6, { obligation: 1 }),
      step('first', 'breach', 1, { obligation: 2, reason: '到期没有付款，电话催告后仍未支付' }),
    ],
  },
  {
    category: '06',
    text: '仓库物业服务不到位，要求减免物业费',
    channel: 'chamber',
    amount: 8 * WAN,
    claimant: { name: '莲城市锦泰商贸有限公司' },
    respondent: { name: '莲城市同盛物流有限公司' },
    ago: 11,
    steps: [...takenOn(10), met('first', 8, '同意减免一个季度的物业费，退回已收部分。'), agreed(8, [8 * WAN, -1])],
  },
  {
    category: '05',
    text: '门面租金和违约金有争议',
    channel: 'visit',
    amount: 12 * WAN,
    claimant: { name: '莲城市恒远装饰有限公司' },
    respondent: { name: '方晓岚', person: true },
    ago: 13,
    steps: [
      ...takenOn(12),
      met('first', 10, '同意补交两个月租金，违约金不再主张。'),
      agreed(10, [12 * WAN, -3]),
      step('first', 'keep', 3, { obligation: 1 }),
    ],
  },
  {
    category: '02',
    text: '装修工程增项款有争议',
    channel: 'hotline',
    amount: 23 * WAN,
    claimant: { name: '莲城市博雅装饰有限公司' },
    respondent: { name: '莲城市嘉和酒店有限公司' },
    ago: 15,
    steps: [
      ...takenOn(14),
      met('first', 11, '双方差距过大。'),
      step('first', 'fail', 10, { reason: '对增项是否经过确认没有一致意见' }),
      step('office', 'reopen', 4, { reason: '被申请方找到签证单，双方愿意再谈' }),
      met('first', 1, '对照签证单逐项核对，已核对完七项。'),
      convened(1, 4),
    ],
  },
];
