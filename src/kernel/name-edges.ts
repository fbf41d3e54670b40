// Where a name that is known already cannot stand though its characters do: they begin or end within another word, as 万安全 in 千万安全生产 and
// 时光明 in 时光明媚. No dictionary, as with names: by the sign before the first and the sign behind the last. Signs with which a sentence goes on
// around a name as well (由于, 主任, 全部) are left out, or told apart by what stands beyond them: a name that is missed is worse than a word that is masked.

/** Before a first sign: signs that make a word with it and with which nothing ends that a name may follow. */
const BEFORE: Readonly<Record<string, string>> = {
  万: String.raw`[十百千几数两二三四五六七八九]|(?<!之)一|[\d.]\d`,
  金: '[资基租押薪积佣]',
  时: '[小暂届临随当]',
  高: '[提最很较]',
  方: '[双官警]',
  安: '(?<!办)公|治',
  文: '[语英论]',
  于: '(?<![下家亲部])属|(?<![机海])关|[低鉴]',
  常: '[非异]|(?<![今明昨生次一])日',
  任: '[责信]',
  程: '(?<![员职民务施手开])工|[流课]',
  石: '[碎砂岩]',
  林: '森',
  江: '[滨沿]',
  张: '(?<![之唯])一|[两几紧嚣夸]',
  周: '[每四]',
  段: '阶',
  何: '[如奈]',
  毛: '羽',
  顾: '[照兼]',
  龙: '恐',
  许: '允',
  余: '[剩残]',
  戴: '佩',
  王: '霸',
  车: '[停汽]',
  水: '[污渗]',
  路: '铁',
};

/** Behind a last sign: signs that make a word with it, but where they begin what is said of somebody, as 确认 behind 明 and 化解 behind 文. */
const BEHIND: Readonly<Record<string, string>> = {
  明: '[媚珠朗晰]|确(?![认实诊定])|显(?![得示露])|细(?![说谈问查致看心])|亮(?![出相明证])',
  全: '额|部门|貌',
  国: '(?:际|债|籍|旗|徽|务院)|资委|企(?![业图])|防(?![护止范水疫控汛盗滑])|土(?!地|[方建])',
  华: '[侨诞]|夏(?![天季])',
  强: '[烈盛悍]|度(?![过假])',
  军: '队(?![友伍员长])|训|营(?![业造利养])',
  平: '方米|方公里|坦|衡(?!量)',
  文: '件(?!事)|化(?![解肥验工疗妆名])|字(?![据条迹画体])|[档艺凭]',
  海: '拔(?![出掉打])|[洋绵峡]|域',
  江: '苏(?!醒)',
  新: '区(?![长里内分别政委级域])|增(?![加设派])|[型鲜颖]|闻(?![讯知听到言])|技术|产业',
  荣: '[誉幸耀]',
  春: '季(?!度)|联(?![系络合名盟])|笋',
  红: '绿(?![化色])|[旗薯]|包(?![括工装裹含庇])',
  青: '年(?![纪龄前底初内仅近满岁约轻逾老迈长少幼过均收])|春(?![节天季])|竹|少年|苗(?![木圃])',
  东: '莞',
  林: '业(?![主务已余内])|权(?![利益威限])',
  玉: '[米瓷]',
  金: '额(?![头外])|融(?![资合洽入])|属(?![于实地])',
  龙: '卷|舟|头(?![部上痛晕发次天顶皮])',
  光: '[伏纤缆荣滑]|明(?![确天年白知显明日早晚说示])|临(?![时近走])|线(?![路上下索])',
  亮: '化(?![解肥验工疗妆])',
  建: '筑|材(?!料)',
  业: '主(?![动任张管持要办席意体导观治刀编])|委',
  民: '政(?![府策务协法委])|警(?![告察方官示觉惕])|[族众]|营(?![业造利养收])',
  安: '置(?![办换业若于之疑身])|监|装(?![修运作卸货车饰潢病傻满])|全(?![部家程体力都身然额国市面权员是无没不靠款年天职凭])',
  康: '复(?![查核印议工学读信诊课])',
  宁: '静(?![坐待静养])|愿',
  和: '[谐睦]',
  生: '活(?![动着了到该泼埋捉儿不])|命(?![令名案中])|态(?!度)',
  成: '员(?!工)|[绩功]|果(?![然真断园树农实])|熟(?![悉人识练知睡])',
  志: '愿(?![意望赔接付调])',
  学: '校(?![长领方内门友服医外园对区舍])|习(?!惯)',
  兴: '[趣旺]',
  福: '祉|利(?![用益率息润害好])',
  清: '[楚洁晰晨]',
  水: '泥(?![土泞沙石工瓦])|库(?![房存管])',
  石: '材(?!料)|膏',
  山: '[庄坡]',
  天: '气(?![愤得急体味不])|然(?![后而])|津',
  星: '期(?![间限望盼待房满])|级',
  正: '常(?![年常去来到在住说被给务委])|式',
  公: '司',
  利: '益|润',
};

/** Behind a name of two signs what makes a street, a house or a place of it: 常青路, 高新区. */
const PLACE =
  '(?:路|街|巷)(?![上过边])|大[道街厦]|小[区学]|社区|广场|公园|村委|区(?![长里内分别政委级域])|[镇县](?![长里内上政委])';

/**
 * Patterns to stand before and behind the characters of a known name, of which `first` and `last` are the outermost and `signs` how many: they
 * match where it can stand as a name. Of more than four signs, as firms have, none but that 国 is no part of 国际.
 */
export function edgesOf(first: string, last: string, signs: number): readonly [before: string, behind: string] {
  if (signs > 4) return ['', last === '国' ? '(?!际)' : ''];
  const before = BEFORE[first];
  const behind = [...(BEHIND[last] ? [BEHIND[last]] : []), ...(signs === 2 ? [PLACE] : [])].join('|');
  return [before ? `(?<!${before})` : '', behind ? `(?!${behind})` : ''];
}
