import type { Measure } from '../../../kernel/index.ts';

/**
 * An indicator of the demo city's plan: its words, how much in which unit, who answers for it, and how far it is in percent of its plan
 * month by month; null where nobody has read it. `start`: from where on, where it is a level. `shares`: the
 * same divided among other units; `old`: it was read no more since so many months before the one that has just ended.
 */
export type DemoIndicator = {
  readonly text: string;
  readonly quantity: string;
  readonly in: Measure;
  readonly lead: string;
  readonly pace: number | null;
  readonly start?: string;
  readonly sense?: 'most';
  readonly shares?: readonly (readonly [unit: string, quantity: string, pace: number | null])[];
  readonly old?: number;
};
export type DemoMeasure = {
  readonly text: string;
  readonly weight?: string;
  readonly indicators: readonly DemoIndicator[];
};
export type DemoEffort = { readonly text: string; readonly weight?: string; readonly measures: readonly DemoMeasure[] };

const of = (
  text: string,
  quantity: string,
  unit: Measure,
  lead: string,
  pace: number | null,
  more: Partial<DemoIndicator> = {},
): DemoIndicator => ({ text, quantity, in: unit, lead, pace, ...more });

/** What the plan goes by: all its efforts stand below it. */
export const PRINCIPLE = '以城乡融合、共同富裕统揽全局，抓住关键、精准发力';

/** Seven efforts and nineteen measures of an invented city; words and numbers are invented, in the manner of such plans. */
export const EFFORTS: readonly DemoEffort[] = [
  {
    text: '着力壮大先进制造业',
    weight: '2',
    measures: [
      {
        text: '培育企业梯队',
        weight: '2',
        indicators: [
          of('新增规模以上工业企业', '60', '家', 'gongxin', null, {
            shares: [
              ['kaifaqu', '30', 104],
              ['donghu', '18', 82],
              ['qinghe', '12', null],
            ],
          }),
          of('新认定专精特新中小企业', '45', '家', 'gongxin', 102),
        ],
      },
      { text: '推进技术改造', indicators: [of('实施技术改造项目', '120', '项', 'gongxin', 96)] },
      { text: '延伸产业链条', indicators: [of('签约产业链项目总投资', '180', '亿元', 'shangwu', 71)] },
    ],
  },
  {
    text: '着力优化营商环境',
    measures: [
      {
        text: '压减办事时间',
        indicators: [of('企业开办平均用时', '0.5', '天', 'shijian', 100, { start: '1', sense: 'most' })],
      },
      { text: '清理拖欠账款', indicators: [of('化解拖欠中小企业账款', '3.2', '亿元', 'caizheng', 88)] },
      { text: '扩大融资供给', indicators: [of('新增小微企业贷款', '65', '亿元', 'jinrong', 107)] },
    ],
  },
  {
    text: '着力扩大有效投资',
    measures: [
      { text: '抓好重点项目', weight: '2', indicators: [of('开发区重点项目年度投资', '120', '亿元', 'kaifaqu', 97)] },
      { text: '争取上级资金', indicators: [of('争取中央预算内投资', '8.6', '亿元', 'caizheng', null)] },
    ],
  },
  {
    text: '着力推动城市更新',
    measures: [
      { text: '改造老旧小区', indicators: [of('改造老旧小区', '86', '个', 'zhujian', 101)] },
      { text: '疏通道路堵点', indicators: [of('打通断头路', '12', '处', 'jiaotong', 74)] },
      { text: '补齐管网短板', indicators: [of('新建改造雨污管网', '95', '公里', 'zhujian', 99)] },
    ],
  },
  {
    text: '着力推进乡村振兴',
    measures: [
      { text: '建设高标准农田', indicators: [of('新建高标准农田', '18000', '亩', 'nongye', 103)] },
      { text: '促进农民增收', indicators: [of('农村居民人均可支配收入增长', '6.5', '%', 'nongye', null)] },
      { text: '改善人居环境', indicators: [of('改造农村户厕', '0.9', '万户', 'nongye', 93, { old: 1 })] },
    ],
  },
  {
    text: '着力改善生态环境',
    measures: [
      {
        text: '改善空气质量',
        indicators: [of('细颗粒物年均浓度', '45', '微克/立方米', 'huanjing', 100, { start: '48', sense: 'most' })],
      },
      { text: '防范安全风险', indicators: [of('较大以上环境事件', '0', '件', 'huanjing', 100, { sense: 'most' })] },
    ],
  },
  {
    text: '着力办好民生实事',
    weight: '2',
    measures: [
      { text: '扩大就业', indicators: [of('城镇新增就业', '5.2', '万人', 'renshe', 105)] },
      { text: '丰富文化生活', indicators: [of('新建城市书房', '18', '座', 'wenlv', 86)] },
      { text: '服务办到家门口', indicators: [of('新增便民服务点', '240', '个', 'zhengwu', 100)] },
    ],
  },
];
