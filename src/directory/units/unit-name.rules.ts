import { normalise } from '../../kernel/index.ts';
import { UNIT_SPELLINGS } from './unit-spellings.rules.ts';

/** The group that a name means, such as 各县（市、区）; these are no units. */
export type Group = 'counties' | 'departments' | 'units' | 'companies';

/** A name in the parts by which units are compared. */
export type NameParts = {
  /** Without white space, quotation marks and a closing 等. */
  readonly text: string;
  /** Whose unit it says it is: the city's own (市), somebody else's (省, 国家, a 县 within a 市), or nothing said. */
  readonly level: 'own' | 'other' | 'unsaid';
  /** The name without its level, in the one form that all spellings of {@link UNIT_SPELLINGS} come to. */
  readonly core: string;
  /** As `core`, but as it was written, before the table of names was asked. */
  readonly written: string;
};

/**
 * Takes a name apart. `city` is the name of the city with its level, e.g. 云州市: its prefix and a bare 市 say the same as no
 * prefix. Bracketed additions, as in 市发展改革委（市粮食局）, are left out of the core.
 */
export function partsOf(name: string, city: string): NameParts {
  const text = cleaned(name);
  const plain = text
    .replace(/[（(].*?[）)]/g, '')
    .replace(/^(中共|国网|国家税务总局(?=.))/, '')
    // 团市委 and 共青团云州市委, with the level where other names have it.
    .replace(/^(?:共青)?团.{0,4}?([市省县区])委(?:员会)?$/, '$1共青团委');
  const [level, rest] = withoutLevel(plain, city);
  const written = shortened(rest);
  return { text, level, core: canonical.get(written) ?? written, written };
}

/** The group that a printed name means, or null when it names a unit (or nothing known). */
export function groupOf(name: string): Group | null {
  const text = cleaned(name).replace(/[（）()、，,]/g, '');
  if (!GROUP.some((pattern) => pattern.test(text))) return null;
  if (/(企业|公司)$/.test(text)) return 'companies';
  if (/部门(和?单位)?$/.test(text)) return 'departments';
  return !/(单位|机构)$/.test(text) && /[县区市乡镇]|街道|政府/.test(text) ? 'counties' : 'units';
}

/** Official names that a written name stands near to; see {@link UNIT_SPELLINGS}. */
export const nearTo = (written: string): readonly string[] => near.get(written) ?? [];

/** What papers call the unit of that core as well; see {@link UNIT_SPELLINGS}. */
export const alsoCalled = (core: string): readonly string[] => also.get(core) ?? [];

const GROUP: readonly RegExp[] = [
  /^(全市|全县|全区|全省)?各(?!界)/,
  /^(有关|相关|其他|其它|所有)/,
  /(各|有关|相关|责任|成员|牵头|配合|所属|下属|职能|主管|监管|管理|承担|实施|建设)(级|类)?(部门|单位|企业|机构)(和?单位)?$/,
  /^(市|省|区|县)(直|级)(机关)?(部门|单位)$/,
  /^(县市区|市县区|县区|市区县|区县|市县|乡镇街道|乡镇|镇街)(级)?(党委)?(政府|人民政府|管委会)?$/,
  /^(地方|属地|当地|县级|区级|基层)(各级)?(党委)?(人民)?(政府|部门)$/,
];

const cleaned = (name: string): string =>
  normalise(name)
    .replace(/[\s“”"'‘’《》]/gu, '')
    .replace(/^(责任|牵头|配合|承办|主办|协办)(单位|部门)[:：]/, '')
    .replace(/^[、，,；;：:。.]+|[、，,；;：:。.]+$/g, '')
    .replace(/(?<=.)等(有关|相关)?(部门|单位|部门和单位|部门单位)?$/, '');

/** 市 begins names of its own: 市场监管局, 市监局, 市政管理处; but 市民政局 and 市政务服务中心 are units of the city. */
const BARE_LEVEL =
  /^(?:(国家|全国|省|自治区)|(市)(?!场|监(?!察|狱|委)|容|内|郊|民(?!政|族|宗|盟|建|进|航)|政(?!府|协|法|务|数|研))|(区)(?!域|块)|(县)(?!域))/;

function withoutLevel(text: string, city: string): [NameParts['level'], string] {
  const own = city.at(-1);
  if (text.startsWith(city) && text.length > city.length) return ['own', text.slice(city.length)];
  // 云州海关 keeps its name; a company, or what the table knows without it (云州经济技术开发区), goes without.
  const bare = city.slice(0, -1);
  const rest = shortened(text.slice(bare.length));
  if (text.startsWith(bare) && (canonical.has(rest) || /(公司|集团)$/.test(rest)))
    return ['own', text.slice(bare.length)];
  const [prefix] = BARE_LEVEL.exec(text) ?? [];
  if (prefix === undefined || prefix === text) return ['unsaid', text];
  return [prefix === own ? 'own' : 'other', text.slice(prefix.length)];
}

const shortened = (name: string): string =>
  name
    .replace(/[和与及、·]/g, '')
    .replaceAll('委员会', '委')
    .replaceAll('办公室', '办')
    .replaceAll('人民政府', '政府')
    .replace(/管委会$/, '管理委')
    .replace(/(股份)?有限(责任)?公司$/, '公司')
    .replace(/集团公司$/, '集团')
    // 魏都区, 魏都区政府 and 魏都区委区政府 are one addressee; so are 高新区 and its 管委会.
    .replace(/(?<=.[县市区乡镇])(?:党委|委[县市区乡镇])?(?:政府|管理委)$|(?<=街道)办(?:事处)?$/, '');

const canonical = new Map<string, string>();
const near = new Map<string, string[]>();
const also = new Map<string, string[]>();
for (const row of UNIT_SPELLINGS) {
  const words = (list: string): string[] => list.split(' ').filter(Boolean).map(shortened);
  const name = shortened(row.name);
  for (const spelling of [name, ...words(row.same)]) if (!canonical.has(spelling)) canonical.set(spelling, name);
  also.set(name, words(row.same));
  for (const other of words(row.near ?? '')) near.set(other, [...(near.get(other) ?? []), name]);
}
