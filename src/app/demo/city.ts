/** The demo city: invented, with the departments that any Chinese city of five million has. */
export const CITY = 990101;
export const CITY_NAME = '莲城市';
export const CITY_NAME_EN = 'Liancheng';

type DemoUnit = {
  key: string;
  name: string;
  shortName: string;
  kind: 'office' | 'department' | 'county' | 'other';
  aliases?: string[];
};
const department = (key: string, name: string, shortName: string): DemoUnit => ({
  key,
  name: `市${name}`,
  shortName: `市${shortName}`,
  kind: 'department',
});
const county = (key: string, name: string): DemoUnit => ({
  key,
  name: `${name}人民政府`,
  shortName: name,
  kind: 'county',
});

/** In the order of protocol. */
export const UNITS: readonly DemoUnit[] = [
  { key: 'ducha', name: '市政府督查室', shortName: '督查室', kind: 'office' },
  department('fagai', '发展和改革委员会', '发改委'),
  department('jiaoyu', '教育局', '教育局'),
  department('keji', '科学技术局', '科技局'),
  department('gongxin', '工业和信息化局', '工信局'),
  department('minzheng', '民政局', '民政局'),
  department('caizheng', '财政局', '财政局'),
  department('renshe', '人力资源和社会保障局', '人社局'),
  department('ziran', '自然资源和规划局', '自然资源和规划局'),
  department('huanjing', '生态环境局', '生态环境局'),
  department('zhujian', '住房和城乡建设局', '住建局'),
  department('chengguan', '城市管理局', '城管局'),
  department('jiaotong', '交通运输局', '交通局'),
  department('shuili', '水利局', '水利局'),
  department('nongye', '农业农村局', '农业农村局'),
  department('shangwu', '商务局', '商务局'),
  department('wenlv', '文化广电和旅游局', '文广旅局'),
  department('weijian', '卫生健康委员会', '卫健委'),
  department('yingji', '应急管理局', '应急局'),
  department('shijian', '市场监督管理局', '市场监管局'),
  department('xinfang', '信访局', '信访局'),
  department('jinrong', '政府金融工作办公室', '金融办'),
  department('zhengwu', '政务服务和大数据管理局', '政务和大数据局'),
  {
    key: 'kaifaqu',
    name: '莲城经济技术开发区管理委员会',
    shortName: '开发区管委会',
    kind: 'other',
    aliases: ['经开区管委会'],
  },
  county('donghu', '东湖区'),
  county('qinghe', '清河县'),
  county('shiliang', '石梁县'),
];

/** Accounts that `npm start` prints, one for each kind of seat. */
export const SEATS = [
  { login: 'ducha', name: '沈知远', role: 'supervisor', unit: 'ducha', title: '督查室副主任' },
  { login: 'fagai', name: '林一帆', role: 'handler', unit: 'fagai', title: '经办人' },
  { login: 'fagai-head', name: '郑维新', role: 'head', unit: 'fagai', title: '主任' },
  { login: 'shizhang', name: '顾明章', role: 'mayor', unit: null, title: '副市长' },
  { login: 'guanli', name: '姚思敏', role: 'administrator', unit: null, title: '系统管理员' },
] as const;

/** Those who go with enterprises, two of each kind that the mechanism of appeals names; they are no unit's handlers. */
export const HELPERS = [
  { login: 'huhang', name: '聂明理', role: 'handler', unit: 'xinfang', title: '法治护航员' },
  { login: 'huhang-2', name: '程正言', role: 'handler', unit: 'gongxin', title: '法治护航员' },
  { login: 'fuwu', name: '丁向荣', role: 'handler', unit: 'gongxin', title: '企业服务专员' },
  { login: 'fuwu-2', name: '罗安宁', role: 'handler', unit: 'zhengwu', title: '企业服务专员' },
] as const;

const SURNAMES = '周吴冯陈褚卫蒋韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻';
const GIVEN = [
  '文博',
  '雅宁',
  '建平',
  '若溪',
  '志强',
  '晓棠',
  '国栋',
  '思远',
  '海燕',
  '子航',
  '静怡',
  '宏伟',
  '雨桐',
  '立新',
];

/** The n-th invented person; the same n is the same person. */
export const personOf = (n: number): string =>
  `${SURNAMES[(n * 7) % SURNAMES.length]}${GIVEN[(n * 5 + 3) % GIVEN.length]}`;
