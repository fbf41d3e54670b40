import { looksLikeUnit, splitUnits } from './units.rules.ts';

/** What a clause of running text says of who does it. */
export type Said = {
  readonly lead: readonly string[];
  readonly co: readonly string[];
  /** How: 甲局要…, 甲局牵头, 甲局负责, …由甲局负责, 甲局 and what it does, 甲局配合. */
  readonly by: 'must' | 'lead' | 'duty' | 'fronted' | 'deed' | 'help';
  /** Where behind `甲局要` what is to be done begins; 0 where the whole clause says it. */
  readonly from: number;
  /** It says who and nothing else (由甲局牵头; 乙局配合). */
  readonly only: boolean;
};

/** What may stand before the first unit of a clause. */
const OPENING =
  /^\s*(?:会议(?:议定|决定|要求|明确|强调|同意|指出)?[，：:]?)?(?:其中|同时|原则同意)?(?<asked>请|由|责成|委托)?/u;
/** Work that only a clause with a unit before it begins with; also the times that may stand between the two. */
const DEED =
  '研究|制[定订]|做好|抓[好紧实]|组织|开展|推[进动]|加[快强大]|完[成善]|落实|提出|拿出|建[立成]|梳理|排查|督[促导]|协调|解决|办理|指导|编制|起草|修[订复]|统筹|启动|上?报|审[核定]|核[查实]|拨付|汇总|牵头|配合|对(?!接)|于|按|在(?=\\d|本|[^，]{1,12}[前内])|尽快|立即|会同|(?:20\\d\\d年)?\\d{1,2}月|每[年月周季]|本[周月]|下[周月]|月底|年底';
const ROLE = new RegExp(
  [
    '(?<must>必须|务必|要|应当?|须|需)(?=[^求素点急对害])',
    '(?<lead>总?牵头|主办|主抓|抓总|统筹负责|作为[^，]{0,8}(?:主体|单位)$)',
    '(?<joint>会同|会商|联合(?![会国])|商(?=[省市县区]))',
    '(?<duty>(?:具体|共同|分别|统筹)?负责(?![人同])|各负其责|各司其职|承担)',
    '(?<help>(?:积极|密切|协同|做好)?(?:配合|协助|协办|参与|参加)|(?:抓好|分别)?落实$)',
    `(?<deed>${DEED})`,
  ].join('|'),
  'gu',
);
const FRONTED = /由(?<who>[^，。；由]{2,40}?)(?<role>总?牵头|负责|抓总|主办|承担|落实|统筹|解决|组织)/u;
/** Adverbs between a unit and what it does. */
const ADVERBS =
  /(?:分别|共同|联合|积极|认真|切实|具体|主动|继续|同步|抓紧|尽快|立即|全面|等(?:部门|单位)?|都|均|也|还|同时)+$/u;
/** 应急、交通、电力部门: the names of trades that share one word for what they are. */
const TRADES = /^(?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6}(?:主管)?等?(?:部门|单位)$/u;
/** 同意市住建局…: what is done to a unit, not by it. */
const DONE_TO = /^(?:原则)?(?:同意|听取|审议|批准|研究|要求|督促|协调|指导|支持|根据|按照|对|将|把|与|向)/u;
/** Whose names may stand before a deed without 要: in other words too many nouns end like a unit's name. */
const PLAIN =
  /^(?:各|省|市(?!场)|县|区|[\u4e00-\u9fff]{2,3}(?:市|县|区|镇|乡|街道)).*(?:局|委|办|厅|部|政府|办公室|中心|管委会|部门|单位|[）)县区镇乡]|街道|集团|公司)$/u;
const FURTHEST = 80;

/** Reads who a clause (without commas) assigns; null when it names no unit that does anything. */
export function saidIn(clause: string): Said | null {
  const opening = OPENING.exec(clause)!;
  const begin = opening[0].length;
  const asked = opening.groups!['asked'] !== undefined;
  for (const hit of clause.slice(0, FURTHEST).matchAll(ROLE)) {
    if (hit.index < begin + 2) continue;
    const names = unitsIn(clause.slice(begin, hit.index));
    const said = names === null ? null : role(clause, names, hit, asked);
    if (said !== null) return said;
  }
  const fronted = FRONTED.exec(clause);
  const names = fronted === null ? null : unitsIn(fronted.groups!['who']!);
  if (names === null) return null;
  const leads = /牵头|抓总|主办/u.test(fronted!.groups!['role']!);
  return { lead: names, co: [], by: leads ? 'lead' : 'fronted', from: 0, only: false };
}

function role(clause: string, names: string[], hit: RegExpMatchArray, asked: boolean): Said | null {
  const g = hit.groups!;
  const behind = hit.index! + hit[0].length;
  const rest = clause.slice(behind);
  if (g['must'] !== undefined) {
    const joint = /^(?:积极|主动)?(?:会同|联合)/u.exec(rest)?.[0].length;
    const co = joint === undefined ? null : unitsBefore(rest.slice(joint));
    return { lead: names, co: co ?? [], by: 'must', from: behind, only: false };
  }
  if (g['help'] !== undefined) return { lead: [], co: names, by: 'help', from: 0, only: true };
  if (g['joint'] !== undefined) {
    const others = unitsBefore(rest);
    return others === null ? null : { lead: names, co: others, by: 'lead', from: 0, only: false };
  }
  if (g['deed'] !== undefined)
    return asked || names.every((n) => PLAIN.test(n))
      ? { lead: names, co: [], by: 'deed', from: 0, only: false }
      : null;
  const only = /^(?:负责|抓总|组织|落实|实施|推进|具体)*$/u.test(rest);
  return { lead: names, co: [], by: g['lead'] !== undefined ? 'lead' : 'duty', from: 0, only };
}

/** The units that a text consists of, or null when it is anything else. */
function unitsIn(text: string): string[] | null {
  const who = text.replace(ADVERBS, '').trim();
  if (who.includes('由') || DONE_TO.test(who)) return null;
  const printed = text.trim();
  if (TRADES.test(printed) && !who.split('、').every(looksLikeUnit)) return [printed];
  const { units } = splitUnits(who);
  return units.length > 0 && units.every(looksLikeUnit) ? units : null;
}

/** What a verb begins with. */
const VERB = /[修建清查办抓做备改扩推加开落制编拟拿提梳排审核协督指统启完研组尽共联报上对于按在强搞搭牵谋起论解要负]/u;

/** The units at the beginning of a text, up to what they do: 市水利局研究筹措办法. */
function unitsBefore(text: string): string[] | null {
  for (let at = 2; at <= Math.min(text.length, FURTHEST); at++) {
    const names = at === text.length || VERB.test(text[at]!) ? unitsIn(text.slice(0, at)) : null;
    if (names !== null) return names;
  }
  return null;
}
