import { splitTop } from './topLevel.rules.ts';

/** What a unit's name ends with. Long enough to be no other word; `会` and `部` are checked together with their neighbours. */
const NAME_END =
  /(?:厅|局|委|办|部|院|署|处|科|室|中心|政府|部门|公司|集团|银行|[支分总]行|[总工]会|学会|协会|联合会|委员会|管委会|商会|理事会|协调会|贸促会|红十字会|证监会|银监会|保监会|社|[残妇文侨科]联|工商联|科协|团委|海关|机构|单位|企业|学校|高校|大学|学院|医院|支队|总队|大队|组|专班|站|台|馆|园区?|基地|公安|法院|检察院|军区|总署|办公室|办事处|人行|政协|人大|县|区|市|州|省|镇|乡|街道|地方|地区|各地|各级|各方|主体|联盟|平台|库|所|队|团|铁路|党组|党工委|中央|党校|书记处|工作委|社区|村)(?:[（(][^（()）]*[)）])?$/u;
const NAME_START = /^(?:省|市|县|区|国家|国务院|中央|全国|各|有关|相关|地方|团[省市]委|承德|石家庄|雄安)/u;
/** Words that no unit's name contains. */
const NO_NAME =
  /[：:]|应当|不得|或者|按照|执行|《|以下|其中|完成|推进|持续|印发|详见|包括|不含|根据|一式|规定|标准|[“”"]/u;

/** `等部门`, `等有关单位和地方`: cut off a list of units, kept aside. */
const ET_CETERA =
  /等(?:(?:省直|市直|省级|市级|省|市|中央)?(?:各|有关|相关)?(?:职能|成员|责任)?(?:部门|单位|地方|机构|处室|科室|方面|厅局|委办局|企业|组织|地区)?(?:(?:和|及|、|与)(?:有关|相关)?(?:部门|单位|地方|机构|地区))?)?$/u;

/** A beginning such as 各市、 that only makes a name together with what follows: 各市、县（市、区）政府. */
const LEVEL =
  /^(?:各|省|市|有关|相关)?(?:级|省|设区市|市|市州|州|县|区|地|乡|镇|街道|盟|旗|省辖市|省直管县|乡镇)(?:[（(][^（()）]*[)）])?$/u;
const LEVEL_NEXT =
  /^(?:各?(?:县|区|州|旗|镇|乡|街道|省直管|省辖|自治区|直辖市|计划单列市|自治州|市[（(]|市、|市政府|市人民政府|市党委|兵团|地))/u;

/** 石家庄、廊坊市政府: the names of places that share one word for what they are. */
const PLACE = /^[\u4e00-\u9fff]{2,3}$/u;
const PLACES_END = /^[\u4e00-\u9fff]{2,4}(?:[市县区州](?:人民政府|政府|[委局])?|新区管委会)$/u;

/** Names of units as printed, and what was cut off as `etc`. */
export type UnitList = { readonly units: string[]; readonly etc: string[] };

/**
 * The units of an enumeration as printed, never expanded. 和 separates only two full names (省委农办和省农业厅), so that
 * 工业和信息化厅 and 省属高校和科研院所 stay whole; so do 各市、县政府 and 各部门、单位.
 */
export function splitUnits(text: string): UnitList {
  const units: string[] = [];
  const etc: string[] = [];
  let waiting = '';
  for (const piece of splitTop(text, '、，,；;')) {
    for (const printed of splitAnd(piece.text)) {
      let name = printed.replace(/^(?:由|以及|及|和|其中)(?=.)|[。.：:\s]+$/gu, '');
      const more = ET_CETERA.exec(name);
      if (more !== null && more.index > 0) {
        etc.push(more[0]);
        name = name.slice(0, more.index);
      }
      if (name === '') continue;
      if (
        waiting !== '' &&
        (LEVEL.test(waiting.split('、')[0]!) ? LEVEL_NEXT.test(name) : PLACES_END.test(name) || isPlace(name))
      )
        name = `${waiting}、${name}`;
      else if (waiting !== '') units.push(waiting);
      else if (units.length > 0 && /^单位(?:和|$)/u.test(name) && units.at(-1)!.endsWith('部门'))
        name = `${units.pop()!}、${name}`;
      waiting = '';
      if (piece.by === '、' && (LEVEL.test(name) || name.split('、').every(isPlace))) waiting = name;
      else units.push(withoutShortName(name));
    }
  }
  if (waiting !== '') units.push(waiting);
  return { units: [...new Set(units)], etc };
}

/** Whether a text is the name of a unit by its looks. */
export const looksLikeUnit = (name: string): boolean =>
  name.length >= 2 &&
  name.length <= 48 &&
  !NO_NAME.test(name) &&
  (NAME_END.test(name) || /^(?:各|有关|相关|全体|省直|市直).*[门位委办局厅级府方]$/u.test(name));

const isPlace = (name: string): boolean => PLACE.test(name) && (!looksLikeUnit(name) || /^.州$/u.test(name));

/** Whether a text could be a unit's name where others beside it are. */
export const mayBeUnit = (name: string): boolean =>
  name.length >= 2 && name.length <= 16 && !NO_NAME.test(name) && !/\d/u.test(name);

/** 省交通厅（以下简称省厅）: the short name is no part of the name. */
const withoutShortName = (name: string): string => name.replace(/[（(](?:以下)?(?:统称|简称)[^（()）]*[)）]$/u, '');

/** `A等部门和B`, `A和B`, `A以及B`, where both sides are full names. */
function splitAnd(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  const AND = /(?:和|以及|及|与|并会同)/gu;
  for (let hit = AND.exec(text); hit !== null; hit = AND.exec(text)) {
    const left = text.slice(text.length - rest.length, hit.index);
    const right = text.slice(hit.index + hit[0].length);
    const whole = (looksLikeUnit(left) && !LEVEL.test(left)) || ET_CETERA.test(left);
    if (!whole || left.length < 3 || !NAME_START.test(right) || !looksLikeUnit(right.replace(ET_CETERA, ''))) continue;
    // 各部门和有关单位 is one name; 司法厅和有关部门 are two.
    if (/^(?:有关|相关)?(?:单位|部门|地方|地区)$/u.test(right) && /(?:部门|单位|机构)$/u.test(left)) continue;
    found.push(left);
    rest = right;
  }
  return [...found, rest];
}
