// People's names in Chinese prose, by their characters and by what stands around them. No dictionary: a name is never in one.

/** The hundred family names that more than four in five people have, and those of two characters. */
export const FAMILY_NAME =
  '欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|东方|慕容|司徒|令狐|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文闫肖]';
/** Nobody is called these, though they begin as a family name does. */
const NO_NAME =
  /^(?:方面|方便|方式|任何|任务|高度|高速|高中|高校|高层|江苏|江西|江北|江南|金融|金额|万元|万人|常见|常年|常常|石油|石家庄|马上|马路|许多|许可|许昌|史上|文化|文件|文明|易地|段落|汤圆|钱款|田地|田间|夏天|夏季|白天|白色|毛病|秦皇岛|孔雀|雷达|龙头|武汉|武术|程度|程序|谢谢|方[及只是的可有认不没已也将同均]|何时|何况|何处|何人|何以|于是|于今|余额|黄色|黄河|周边|周围|周末|林业|林地|陈述|张贴|[张李王刘谢][家某姓]|高兴|高管|高额|谢绝|许诺|郑重|顾客|顾问|方案|文本|文书|范本|任命|康复|余下|余款|曾[经多在]|陆续|胡乱|董事|常委|常务|杜绝|孙[女子]$|周[一二三四五六日内]|于[今昨明当本上下次同月年日近前后]|万[一般户]|白纸|石化|田主|林场|贺卡|武装|雷同|沈阳|郑州|苏州|杨树)|某|(?:先生|女士|同志|主任|老师|师傅|同学|老伯|大[爷妈娘叔姐哥]|阿姨|[局科处所站校院队段厂村]长|书记|经理|老板)$/u;

/** Characters of which given names are made. Of a name that nothing but its place tells, each has to be one. */
const GIVEN = new Set(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红建国志海波斌宇浩凯健俊帆雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉莹梦琪思雨欣怡梓涵轩宸博睿泽晨阳旭东鹏飞龙凤云霄峰山林森松柏梅竹菊莲荷桃杏春夏秋冬生根水木金银玉珠宝石福禄寿喜庆祥吉安康宁泰顺利达成功学良善德仁义礼智信忠孝诚正光亮星辰天宏鸿远广大伯仲叔季少小晓新兴发财富贵昌盛茂繁友朋民胜跃进革卫党旗长青清洁纯美艺诗书画琴韵音婷婉娇倩颖慧聪灵巧翠碧紫萍蓉薇蕾芬芝芸苗茹荃茜蓓露霜冰雁燕鹃鹤鸣鹰虎彪豹骏骥驰翔腾锋锐钢铁铭钧鑫鉴锦镇钰铮钊毅坚定恒永全庭廷延年纪元一二三五中立培育耀焕炎炜烨炳煜熙照昭晖晗昊昕昱景晶晋普曼朝望本权材杨柱栋梁桐桦楠榕槐欢歌江河湖洪津润淑渊源溪滨潇澜瀚灿然爽玮珊珂珏珑理琛琦琳瑛瑜瑶瑾璇璐璟甜甫申男畅登皓盈益真硕祖祯禹科程穗章竣童端笑策素绍绪维绮群羽翰翼聚自舒航芊苏若范茵菁菲萌萱葆葵蓝蝶行衡裕西言誉诺谦谨贤赞赫越迎迪通道选遥邦采野钦锁陆隆雄雅雯霆靖韬颂馨骄魁麒麟默齐奇奎川崇才承振敬方旺枝汉沛法淼满焱玺祎禾粉继胤菡菱蓬贝轶逸重铎霖骅鲁麦黎乐乃九亚仪任伦传佑佩保修儒儿克兆先兵其典冉冠凌创初力加勋千升卓南叶同君启和咏品响哲喆圣坤基士声夫奕妍妙妮姗姝姣娅婧嫣子守宗官宜实家寅导尧展峻嵘希帅帝常弘弟彤彦彩彬影律得心忆念怀怜恩悦情惠想意愉拥拓挺改政效敦斯旋日旦时昂昆映朔来果柔标树格楚榜毓汝沁沐治泉泓洛浓淇渝渠湘滔焰熠爵特珉珺球琰瑗瑕璋璞眉秉箐纬纲绢绣缨翎耘肃芃芙花荔莎落蔚虹蜀衍训语谊豪赋起运连迅述逢量钟铃锡镕镜闯闽隽非韦颐风飒首馥驹骁高鲜鸽鹂麓黛威令开代尊仙勉励唯固增姿娥婵容宽尔尚岩岳幸恬慎慕战抗捷攀敢斐昀显晏暖曙朗朵杭柳桢棠植楷殿浦添滢澄灼炫焯煊煌燃牧玖珈瑄甘皎睦砚筠筱翊翌耿艾芷苒茗萝蔓蕙蕊裴辛铠锴镔霁靓韧颜饶骋骞鸥拴占双宪仓钗',
);
/** Ordinary words, firms and places that could be a family name and a given one, each family name with what follows it. */
const WORDS: ReadonlySet<string> = new Set(
  Object.entries({
    文: '化学章艺献书中本革科官法风选言采才士理静明体意安山昌水',
    高: '一二三兴中大效声山新端程地贵铁歌音龄远发利洁明平标峰原阳明邮安淳清温',
    金: '银花星子色发元华水国声领科地茂辉鼎山秋海门坛川沙铃达利',
    方: '法向才言程正志士山圆城庄根平',
    江: '南苏西北东河湖山水城心夏宁汉海川阳岸',
    万: '元一里年家千科达安象方福金能花有事分州宁',
    马: '上力路山里克列达',
    石: '化首家材子山河城林泉',
    周: '年长二五日一三四六边全正易到末',
    常: '有人年理量常时在来住任德宁州山熟规',
    黄: '金色河花山海沙石连安岛冈',
    白: '天色人果日云玉银花山水酒沙',
    许: '家诺可多久昌',
    王: '国家道',
    余: '地年力音生光杭姚下',
    何: '时在方其来必曾不苦',
    夏: '天季日秋夜',
    武: '汉官艺力功学进昌德安',
    陆: '地路运海续',
    林: '中地海业州',
    田: '地里野园间',
    康: '乐宁健复平',
    汤: '泉',
    易: '通发行学燃',
    龙: '泉门江湖山城华海',
    苏: '南北宁州',
    秦: '山川朝',
    唐: '山朝诗',
    宋: '朝词',
    韩: '国语城',
    史: '学书诗实',
    任: '一意人务性其何',
    段: '落',
    雷: '达',
    孙: '子女',
    孟: '津春',
    黎: '明平',
    程: '序度',
    谢: '意天',
    贺: '信年喜州',
    钟: '情点',
    张: '扬力家开口',
    郑: '重州',
    董: '事',
    叶: '子',
    沈: '阳',
    汪: '洋',
    罗: '山湖列',
    杨: '柳凌家',
    钱: '江财',
    顾: '家',
    邹: '城平',
    彭: '城水',
    梁: '山平',
    胡: '同',
    于: '心理情法',
    毛: '利坯',
    乔: '迁',
    贾: '汪',
  }).flatMap(([family, ends]) => Array.from(ends, (end) => family + end)),
);
/** With what places, offices and things end, and how few people do. */
const PLACE = /[路镇庄湾村社苑堂洲湖河家楼站厂店州里球]$/u;
const SHORT_PLACE = /[江城园山海泉南北东西]$/u;
/** What goes on as a place or a firm, though its first characters could be a name. */
const GOES_ON = String.raw`(?![县区市镇乡村路街巷桥园苑城府湾庄河湖山寺港厂店校院站心]|小区|社区|大[厦道]|公[司园馆]|集团|花园|广场|国际|中[心学]|小学|实业|科技|银行|酒店)`;
const COMPOUND = /^(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|东方|慕容|司徒|令狐)/u;

/** Whether somebody may be called so, where it is said that a name follows. */
const maybeName = (found: string): boolean => !NO_NAME.test(found) && !/^..[县区市镇乡村街局厅等]$/u.test(found);

/** Whether it is a family name with one or two marks for what was left out: 张某某. */
const isHalfHidden = (found: string): boolean => /^.{1,2}某某?$/u.test(found);

/** Whether these characters alone look like somebody's name: none that names are not made of, no word, no place. */
function looksLikeName(found: string): boolean {
  if (NO_NAME.test(found) || WORDS.has(found) || PLACE.test(found)) return false;
  const given = Array.from(found.replace(COMPOUND, '氏')).slice(1);
  return given.every((sign) => GIVEN.has(sign)) && (given.length > 1 || !SHORT_PLACE.test(found));
}
const maybeHidden = (found: string): boolean => isHalfHidden(found) || maybeName(found);
const hiddenOrName = (found: string): boolean => isHalfHidden(found) || looksLikeName(found);
/** Where nothing says that the name has ended: three characters, and none of its beginnings a word. */
const longName = (found: string): boolean =>
  looksLikeName(found) && !WORDS.has(found.slice(0, 2)) && !/^(?:[方于曾常何任易]|高高|顾全)/u.test(found);
const NO_SELF = /[人员者户民生家长商工县区市镇乡村省国厂店司院校]$/u;
/** What signs and is no person. */
const NO_SIGNER = /[厂店行会办部司方户村镇组馆园社]$|事长$/u;

const ONE = String.raw`(?:${FAMILY_NAME})\p{Script=Han}{1,2}`;
const BEGINS = String.raw`^|[\s,，。;；、:!！?？“"（(—]`;
const ENDS = String.raw`[\s,，。;；、:!！?？)）(（”"]|$`;
/** What somebody is to a matter, after which their name stands. */
const ROLE =
  '联[系络]人|投诉[人者]|反映[人者]|举报[人者]|报告人|申请人|申诉人|控告人|信访人|上访人|求助[人者]|来电人|来访人|来信人|留言[人者]|诉求人|建议人|当事人|委托人|代理人|经手人|[领收]款人|[收寄]件人|借款人|担保人|承租人|受害人|签[字名收]人|业主|户主|店主|房东|职工|员工|工人';
/** What many are: after it stands all else that is said of them too. */
const CROWD = '村民|居民|市民|住户|租户|商户|学生|家长|患者|乘客|死者|伤者';
const KIN =
  '(?:邻居|同事|工友|父亲|母亲|爸爸|妈妈|丈夫|妻子|老公|老婆|爱人|儿子|女儿|爷爷|奶奶|外公|外婆|哥哥|弟弟|姐姐|妹妹|岳父|岳母|儿媳|女婿)';
const MOBILE = String.raw`(?:\+?86[ -]?)?1[3-9]\d[ .-]?\d{4}[ .-]?\d{4}(?!\d)`;
const REACHED = String.raw`(?:${MOBILE}|0\d{2,3}[ -]?[2-9]\d{6,7}(?!\d)|[1-8]\d{5}[ -]?(?:19|20)\d{2})`;
const DATE = String.raw`(?:(?:(?:19|20)\d{2}|[12二一][〇零○九\d][一二三四五六七八九〇零○]{2})[年.\/-]\s?[\d一二三四五六七八九十]{1,2}[月.\/-]\s?[\d一二三四五六七八九十]{1,3}[日号]?|\d{1,2}月\d{1,2}[日号])`;

type NameFinder = {
  readonly pattern: RegExp;
  readonly holds: (found: string) => boolean;
  /** Looked for only in a text that has this. */
  readonly where?: RegExp;
};
const named = (pattern: string, holds: NameFinder['holds'], where?: RegExp): NameFinder => ({
  pattern: new RegExp(pattern, 'dgu'),
  holds,
  ...(where && { where }),
});

/** Ways in which a name stands in a text, the surest first. */
const FINDERS: readonly NameFinder[] = [
  // It is said that it is one: 姓名：…, 联系人…, 我叫….
  named(
    String.raw`(?:我叫|本人叫|(?:我|本人)名叫|姓(?:${FAMILY_NAME}),?名?叫|我是业主|(?:本人|我的|我)姓名|姓名|名字叫?|${ROLE}|请?联系|签[字名]|署名|落款|户名)(?:\s{0,2}[是为:]\s{0,2}|(?<=叫|[业户店]主|房东|联系|[职员]工|[人者]|姓名)\s{0,2})(${ONE}?)(?=[\s,，。;；、:.!！?？)）(（\d]|$|电话|手机|身份证|联系|先生|女士|同志|[男女]|今年|现年|住|家住|系|于|是|反映|投诉|举报|求助|咨询|来电|来访|称|说|表示|认为)`,
    maybeHidden,
  ),
  named(String.raw`(?:${CROWD})\s{0,2}[是为:]\s{0,2}(${ONE}?)(?=${ENDS})`, maybeHidden),
  // Whoever says who they are, and nothing besides.
  named(
    String.raw`(?<=${BEGINS})(?:我|本人)(?:是|系)(${ONE}?)(?=[\s,，。;；、:.!！)）(（]|$|电话|手机|身份证|[男女][,，。]|今年|现年)`,
    (found) => maybeHidden(found) && (!NO_SELF.test(found) || longName(found)),
  ),
  named(
    String.raw`(?<=${BEGINS})(?:本人|我(?![方于曾常何任易]))(${ONE}?)(?=${ENDS}|电话|手机|身份证|[男女][,，。]|今年|现年|家?住)`,
    (found) => hiddenOrName(found),
    /本人|我/u,
  ),
  // Whoever signs, stamps or collects something: a name before that, where one begins.
  named(
    String.raw`(?<=^|[\s,，。;；、:（(“"]|[由经请找让待需有与和及是凭])(${ONE}?)(?:先生|女士|同志)?(?:亲自|本人|代为|共同|当场|已经?|未|先|再)?(?=签[字名收章]|盖[章的]|[按摁]的?[手指]印|捺印|画押|代[签领])`,
    (found) => maybeName(found) && !NO_SIGNER.test(found),
    /签[字名收章]|盖[章的]|印|画押|代[签领]/u,
  ),
  // Before or after how somebody is reached.
  named(
    String.raw`(?<=${BEGINS}|联系|[找给问向是为和由与及]|致电|${ROLE}|${CROWD}|${KIN})(${ONE}?)(?=(?:先生|女士|同志|师傅|老师)?[\s,:(、]{0,3}(?:的?(?:联系)?(?:电话|手机|方式|身份证)号?码?[\s是为:]{0,3})?${REACHED})`,
    hiddenOrName,
    /\d{7}|\d[ .-]\d{4}/u,
  ),
  named(String.raw`(?<=${MOBILE}\s?[\s,(:、-]\s?)(${ONE}?)(?=${ENDS}|先生|女士|同志)`, hiddenOrName, /1[3-9]\d/u),
  // Before what stands in an identity card.
  named(
    String.raw`(?<=${BEGINS}|${ROLE}|${CROWD}|${KIN})(${ONE}?)\s?[,(、:]\s?[男女](?=[,、。;)\s])`,
    hiddenOrName,
    /[男女]/u,
  ),
  // Somebody's own people, and whoever a sentence goes on with.
  named(
    String.raw`(?:${CROWD}|${KIN})(?:[是为叫:]\s?)?(${ONE}?)(?=${ENDS}|今年|现年|因|反映|投诉|来电)`,
    looksLikeName,
  ),
  named(String.raw`(?:${ROLE}|${CROWD}|${KIN})((?:${FAMILY_NAME})\p{Script=Han}{2})${GOES_ON}`, longName),
  // Under what was written: alone at the end, above a day, behind a dash.
  named(
    String.raw`(?<=\n[\s—-]{0,40}|(?:此致|敬礼|谢谢|感谢|拜谢|盼复|敬启)[!。,~]{0,3}\s{0,40})(${ONE}?)\s{0,3}(?:敬上|谨上|拜上|敬启|呈|上)?[\s,。]{0,40}(?=(?:${DATE}|〔[^〕]{2,12}〕|\s)*$)`,
    hiddenOrName,
  ),
  named(
    String.raw`(?<=[。!?~]\s{0,20})((?:${FAMILY_NAME})\p{Script=Han}{2})\s{0,3}(?:敬上|谨上|拜上|敬启)?[\s,。]{0,20}(?=(?:${DATE}|\s)*$)`,
    longName,
  ),
  named(String.raw`(?<=[。!?~\s]\s{0,20})(${ONE}?)[\s,]{1,20}(?=${DATE}\s*$)`, looksLikeName),
  named(String.raw`(?<=——\s?|--\s?)(${ONE}?)(?=\s*$|\n|[,。])`, looksLikeName, /——|--/u),
];

/** Others in a row with a name that was found: 罗进汉、李桃等三人. */
const NEXT = new RegExp(
  String.raw`(?:、|和|及|与|,)(${ONE}?)(?=[、,。;)(\s的]|等|和|及|与|[一二三四五六七八九两\d]+[人名]|$)`,
  'duy',
);

/** Where it begins and where it ends, as `slice` takes them. */
type Place = readonly [start: number, end: number];

/**
 * The names of people in a text of which full-width signs were made half-width, in no order and perhaps one over another: names that
 * are said to be one, that stand beside a telephone, before 男 or 女, under what was written, or in a row with another; and wherever else
 * in the text a name stands that was found.
 */
export function findNames(text: string): Place[] {
  const places: Place[] = [];
  for (const { pattern, holds, where } of FINDERS) {
    if (where && !where.test(text)) continue;
    for (const match of text.matchAll(pattern)) if (holds(match[1]!)) places.push(match.indices![1]!);
  }
  const all = [...places, ...places.flatMap((place) => inARow(text, place))];
  return [...all, ...again(text, all)];
}

function inARow(text: string, [, end]: Place): Place[] {
  NEXT.lastIndex = end;
  const match = NEXT.exec(text);
  if (!match || !looksLikeName(match[1]!)) return [];
  const place = match.indices![1]!;
  return [place, ...inARow(text, place)];
}

/** The same names elsewhere. One of two characters only where it is no word and no more than it goes on. */
function again(text: string, places: readonly Place[]): Place[] {
  const names = new Set(places.map(([start, end]) => text.slice(start, end)));
  return [...names].flatMap((name) => {
    if (isHalfHidden(name) || (Array.from(name).length < 3 && !looksLikeName(name))) return [];
    const found: Place[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push([at, at + name.length]);
    return found;
  });
}
