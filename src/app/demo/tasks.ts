/** What past rounds assigned: the area, the words, who led and who helped. Invented, in the manner of such lists. */
export type DemoTask = { area: string; text: string; lead: string; co: readonly string[] };

const of = (area: string, rows: readonly (readonly [string, string, ...string[]])[]): DemoTask[] =>
  rows.map(([text, lead, ...co]) => ({ area, text, lead, co }));

export const TASKS: readonly DemoTask[] = [
  ...of('经济运行', [
    ['逐户走访产值下滑的规上工业企业，摸清停产减产原因，一企一策提出帮扶办法', 'gongxin', 'fagai', 'jinrong'],
    ['完成三季度消费券核销情况分析，提出四季度促消费活动安排', 'shangwu', 'caizheng'],
    ['梳理重点项目融资缺口清单，组织一次银企对接', 'jinrong', 'fagai'],
    ['按月研判服务业主要指标，提出补短板措施', 'fagai', 'shangwu', 'wenlv'],
  ]),
  ...of('项目建设', [
    ['加快北环路东段征迁收尾，月底前交付施工作业面', 'donghu', 'ziran', 'zhujian'],
    ['推进智能装备产业园二期标准厂房主体封顶', 'kaifaqu', 'zhujian'],
    ['补齐 12 个省重点项目前期手续，建立容缺办理台账', 'fagai', 'ziran', 'huanjing'],
    ['编制明年专项债券项目储备清单', 'fagai', 'caizheng'],
  ]),
  ...of('营商环境', [
    ['核实企业反映的水电气报装超时问题，逐件反馈办理结果', 'zhengwu', 'chengguan'],
    ['清理招标投标中设置的不合理限制条款', 'fagai', 'zhengwu'],
    ['开展涉企收费专项检查，公布典型案例', 'shijian', 'caizheng'],
    ['把企业开办事项压减到半个工作日内办结', 'zhengwu', 'shijian'],
  ]),
  ...of('城市建设', [
    ['完成莲花河沿线 8 处雨污混接点改造', 'chengguan', 'shuili', 'huanjing'],
    ['启动老旧小区改造第二批 36 个小区施工招标', 'zhujian', 'caizheng'],
    ['修复人民路等 5 条道路破损路面 1.2 万平方米', 'chengguan', 'jiaotong'],
    ['新增中心城区公共停车泊位 600 个', 'chengguan', 'ziran'],
  ]),
  ...of('乡村振兴', [
    ['抓好秋冬季农田水利设施管护，疏浚沟渠 40 公里', 'shuili', 'nongye', 'qinghe'],
    ['落实高标准农田建设任务 3.5 万亩，完成项目批复', 'nongye', 'caizheng'],
    ['整治农村道路安全隐患点 27 处', 'jiaotong', 'shiliang'],
  ]),
  ...of('民生实事', [
    ['新增普惠托位 500 个，公布机构名单', 'weijian', 'jiaoyu'],
    ['组织高校毕业生专场招聘 4 场，提供岗位 3000 个', 'renshe', 'jiaoyu'],
    ['完成困难群众冬季取暖救助资金发放', 'minzheng', 'caizheng'],
    ['排查整改学校食堂食品安全问题', 'jiaoyu', 'shijian'],
  ]),
  ...of('生态环保', [
    ['建立秋冬季扬尘管控工地清单，落实包保责任', 'huanjing', 'zhujian', 'chengguan'],
    ['完成清河断面水质异常溯源，提出整改方案', 'huanjing', 'shuili', 'qinghe'],
  ]),
  ...of('安全稳定', [
    ['开展人员密集场所消防隐患集中排查，隐患整改率达到 95% 以上', 'yingji', 'shijian', 'wenlv'],
    ['化解信访积案 15 件，逐案明确包案领导', 'xinfang', 'ducha'],
    ['完成冬季燃气入户安检 2 万户', 'chengguan', 'zhujian'],
  ]),
];

/** What the office assigns between two meetings, and in how many working days from the demo's first day it falls due. */
export const URGENT: readonly { task: DemoTask; days: number }[] = [
  {
    task: {
      area: '经济运行',
      text: '汇总各县区本月重点项目开工情况，形成一页纸',
      lead: 'fagai',
      co: ['donghu', 'qinghe'],
    },
    days: 1,
  },
  {
    task: { area: '营商环境', text: '答复企业家座谈会上提出的 6 条用地用电问题', lead: 'fagai', co: ['ziran'] },
    days: 5,
  },
  {
    task: { area: '民生实事', text: '核实群众反映的公交首末班时间问题，提出调整方案', lead: 'jiaotong', co: [] },
    days: 2,
  },
  { task: { area: '安全稳定', text: '排查寒潮来临前的供水管网薄弱点', lead: 'shuili', co: ['chengguan'] }, days: 3 },
];
