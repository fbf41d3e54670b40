// Firms that are called by name in words for the public: by which somebody can be known as well as by their own name.

/** What a firm does: it stands before what it is, and is no name of its own. */
const TRADE =
  '食品|饮料|啤酒|酒业|烟酒|副食|粮油|粮食|面粉|茶叶|果蔬|蔬菜|水果|生鲜|水产|农产品|塑料|塑胶|橡胶|造纸|纸业|包装|印刷|彩印|印务|印染|服装|服饰|制衣|纺织|织布|鞋业|皮革|家具|家居|家电|地板|建材|陶瓷|陶粒|水泥|混凝土|红?砖瓦?|[沙砂]石|石[材料膏]|机械|机电|汽[修配车]|车辆|电[子器机缆]|五金|模具|铸造|冶炼|钢[铁构]|铝业|铝?合金|金属|玻璃|门窗|化工|化肥|染料|制药|医药|药业|农药|饲料|农[业机民]|养殖|种植|畜牧|屠宰|苗木|园林|花卉|烟花|鞭炮|玩具|工艺|木[材业]|装[饰修潢]|建[筑设工]|工程|路桥|市政|劳务|人力资源|物[流业]|运输|[客货]运|快[递运]|仓储|管理|服务|咨询|房?地产|置业|开发|投资|实业|[商工]?贸易?|商贸|百货|购物|科技|技术|网络|信息|软件|传媒|广告|文化|传播|教育|培训|旅游|旅行|餐饮|家政|保洁|环保|环境|能源|光伏|[矿煤]业|煤炭|洗煤|设备|制造|加工|制品|用品|材料|生物|健康|美[容发]|宠物|通讯|数码|眼镜|珠宝|母婴|烘焙|连锁|便利|专业|担保|小额贷款|典当|租赁|资产|控股|集团|国际|发展|产业|影视|婚纱|摄影|设计|艺术|健身|体育|维修|配件|新';
/** What it is. */
const ENDS = '(?:股份|责任)*有限(?:责任)?公司|公司|合作社|商行|大?酒店|超市|经营部|工作室|厂|店(?![面铺主员长])';
/** What a city runs or is asked about, whose name tells of nobody. */
const PUBLIC =
  /供?电力?$|电[力网]|自来水|供水|水务|排水|污水|净水|燃气|天然气|液化气|煤气|供[热暖]|[热暖]力?$|公[交汽]|地铁|轨道|铁路|高速|机场|移动|联通|电信|铁塔|有线|邮政|烟草|盐业|石化|石油|垃圾|环卫|城[建市]?投|银行|保险/u;
/** Where a name cannot go on: it begins behind the last of these. */
const NO_PART =
  /[的了在是和与及有我你您他她它们这那哪其该此各某每被把让从到对为以等不没也都就还要会能可去来给跟向于或但因所如已又说叫由请找问将即并且而家个间号层楼处内外里做开办造起用买卖租搬进回过着时后前只多几两一二三四五六七八九十年月日至当若则很太更最再才便之者何吗呢吧啊像比按据随除凭受使令住干搞弄收付拿领欠签订派告拖位经名非求次么]|反映|投诉|举报|成立|注册|就职|入职|承包|委托|联系|隶属|附近|旁边?|隔壁|对面|制止|撤销|责成|督促|导致|乘坐|支持|允许|检测|希望|虽然|[声自下简]称|建议|完成|限期|看看|[上下]午|辖区|身兼|变成|改建|果然|抗|听|仅|财务/gu;
/** Places before a name; how it is told apart from them nobody knows but by these signs. */
const PLACE = /^(.*(?:自治[区州县]|街道|[省市县区镇乡村]))(?=.)/u;
/** With what firms call themselves: the last two signs of a name are such, as 兴旺 and 宏达, where 有限公司 does not tell it. */
const LUCKY =
  /[恒鸿宏洪弘伟兴盛旺隆昌达丰润华泰安康福顺利鑫金银源远鼎德信诚和合美嘉佳乐天宇星辰东方南北明亮光辉荣耀富贵发广茂腾飞龙凤虎麒麟祥瑞吉庆永长春江河海洋湖山川岳峰岭云雪松柏竹梅兰菊莲荷花林森阳晨曦正立国友邦联众同创新世纪博智慧卓越优百万千亿通捷迅凯旋胜强健翔鹏晟煜锦绣锐尚圣佰亚欧太平景轩雅居豪庭悦欣怡馨禾谷硕赛威雄楚豫湘浙皇帝王者皓瀚融聚汇丽晶玉宝珠好清纯洁爱心城府园运]{2}$/u;
/** Of such signs, and yet words. */
const COMMON =
  /(?:通信|大众|国有|创新|新兴|安心|爱心|东方|南方|北方|江南|中华|亚洲|太平洋|平安|健康|清洁|县城|新城|花园|公园|城市|合同|正好|美好|国王|长安|春天|江湖|海洋|国[立家]|永久|光明正大|优[良美])$/u;

const FIRM = new RegExp(`(\\p{Script=Han}{2,24}?)(?:${ENDS})`, 'gu');
const TRADES = new RegExp(`(?:${TRADE})+$`, 'u');

/**
 * What in a text seems to be a firm called by its name: a name, what it does and what it is, as in 莲城兴旺食品厂. Suspected by its shape and
 * no more: 食品厂, 这家公司 and 我们店 are none, nor is what a city runs (供电公司). Each once, in the order in which they stand.
 */
export function firmsLeft(text: string): string[] {
  const found = [...text.matchAll(FIRM)].flatMap(({ 0: whole, 1: before = '' }) => {
    const end = whole.slice(before.length);
    const [trades = ''] = TRADES.exec(before) ?? [];
    const head = before.slice(0, before.length - trades.length);
    const cut = [...head.matchAll(NO_PART)].at(-1);
    const from = cut ? cut.index + cut[0].length : 0;
    const [, place = ''] = PLACE.exec(head.slice(from)) ?? [];
    const name = Array.from(head.slice(from + place.length));
    const part = before.slice(from);
    const long = end.includes('有限');
    if (PUBLIC.test(part) || name.length < 2 || name.length > (long ? 8 : 4)) return [];
    if (!long && (!LUCKY.test(name.join('')) || COMMON.test(name.join('')))) return [];
    return [(place.length > 1 && place.length < 5 ? part : part.slice(place.length)) + end];
  });
  return [...new Set(found)];
}
