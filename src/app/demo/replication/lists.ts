/** One practice as a list has it: its number, its words, its area and what is wanted as evidence. Invented, in the manner of such lists. */
export type DemoItem = { item: string; text: string; area: string; wanted: string };

const of = (...rows: readonly (readonly [string, string, string, string])[]): DemoItem[] =>
  rows.map(([item, area, text, wanted]) => ({ item, area, text, wanted }));

export const CATALOGUE = '河中省自贸试验区改革试点经验复制推广清单';
export const [EARLIER, LATER] = ['第一批', '第二批'] as const;

export const FIRST_LIST: readonly DemoItem[] = of(
  ['1', '政府职能转变', '企业开办、变更、注销在一个窗口交一次材料', '窗口照片、近一个月办件清单'],
  ['2', '政府职能转变', '建设项目开工前的评估由政府统一做，企业直接用结果', '评估成果目录、使用项目名单'],
  ['3', '贸易便利', '出口退税备案单证电子化留存', '上线截图、办结企业名单'],
  ['4', '贸易便利', '进口食品样品快速查验放行', '查验记录、平均用时统计'],
  ['5', '投资便利', '外商投资信息报告与登记同步填报', '系统截图、填报指引'],
  ['6', '金融服务', '小微企业以应收账款在线融资', '放款台账、合作机构协议'],
  ['7', '事中事后监管', '信用好的企业减少抽查次数', '分级名单、抽查频次对比'],
  ['8', '事中事后监管', '跨部门检查合并上门、结果互认', '联合检查计划、检查记录'],
);

/** The next edition: 1 says more, 8 is there no more, 9 is new; the others stay as they were. */
export const SECOND_LIST: readonly DemoItem[] = [
  {
    ...FIRST_LIST[0]!,
    text: '企业开办、变更、迁移、注销在一个窗口交一次材料',
    wanted: '窗口照片、近一个月办件清单、迁移办结实例',
  },
  ...FIRST_LIST.slice(1, 7),
  ...of(['9', '人才流动', '外籍专业人才工作许可与居留许可一并受理', '受理窗口照片、办结实例']),
];

/** Eighteen units of the demo city, among which every item is divided. */
export const SHARED_BY = [
  'keji',
  'gongxin',
  'caizheng',
  'renshe',
  'ziran',
  'huanjing',
  'zhujian',
  'jiaotong',
  'nongye',
  'shangwu',
  'wenlv',
  'shijian',
  'jinrong',
  'zhengwu',
  'kaifaqu',
  'donghu',
  'qinghe',
  'shiliang',
] as const;
