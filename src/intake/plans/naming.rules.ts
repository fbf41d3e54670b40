import type { Measure } from '../../kernel/index.ts';
import type { ReadQuantity } from '../minutes/contract.ts';
import { measureOf } from './measure.rules.ts';

/** An indicator as a clause says it: its name, how much, in which unit (null: none that we know), and whether the text gives an estimate. */
export type ReadIndicator = {
  readonly text: string;
  readonly quantity: string | null;
  readonly in: Measure | null;
  /** The unit as it is printed, where it is none that we know. */
  readonly word?: string;
  readonly sense: 'least' | 'most';
  readonly about: boolean;
};

/** A quantity of a clause with the words that belong to it alone: those before it, and those behind it up to what belongs to the next. */
export type Placed = { readonly quantity: ReadQuantity; readonly ahead: string; readonly after: string };

/** Between two quantities of one clause: 36个、1.2万户, 60家企业和12个项目. */
const AND = /[、；]|以及|(?<=[\p{L}])[和及与](?=[\p{L}\d])/gu;
/** Of a size is part of a name, and is none that is promised: 10亿元以上项目3个. */
const SIZED = /(?:以上|以下|以内)$/u;
const SIZED_NAME = /^的?[^，、达控超增降]{1,8}$/u;

/**
 * The quantities of a clause, each with its own words: 改造老旧小区36个、1.2万户 are two of one name, 打通断头路12处、修复道路3公里 two of two. What
 * only says of which size something is goes with the words. Pure.
 */
export function placed(clause: string, quantities: readonly ReadQuantity[]): Placed[] {
  const found: Placed[] = [];
  let from = 0;
  let ahead = '';
  for (const [i, quantity] of quantities.entries()) {
    const at = clause.indexOf(quantity.text, from);
    const end = at + quantity.text.length;
    if (i === 0) ahead = clause.slice(0, at);
    const next = quantities[i + 1];
    const upTo = next ? clause.indexOf(next.text, end) : clause.length;
    const between = clause.slice(end, upTo);
    from = end;
    if (next && SIZED.test(quantity.text) && SIZED_NAME.test(between)) {
      ahead += `${quantity.text}${between}`;
      continue;
    }
    if (!next) {
      found.push({ quantity, ahead, after: between });
      break;
    }
    const [own, its] = apart(between, isVerb(ahead));
    found.push({ quantity, ahead, after: own });
    ahead = its;
  }
  return found;
}

/** What stands between two quantities: what belongs to the one before, and what to the one behind. `verb`: the one before has no name yet. */
function apart(between: string, verb: boolean): [own: string, its: string] {
  const signs = [...between.matchAll(AND)];
  const sign = signs[0]?.index === 0 ? signs[0] : signs.at(-1);
  if (sign) return [between.slice(0, sign.index), between.slice(sign.index + sign[0].length)];
  return verb ? [between, ''] : ['', between];
}

const BOUND =
  /(?:力争|确保|不少于|不低于|至少|不超过|不高于|控制在|控制到|稳定在|保持在|达到|超过|突破|约|近|完成|为|至|到|在)+$/u;
const SUFFIX = /^(?:以上|以内|以下|左右|及以上)/u;
/** What says how something moves, and nothing of what. */
const MOVES =
  /^(?:同比|比上年|较上年|年均|平均)?(?:增长|增速|增幅|增加|增至|提高|提升|上升|下降|降低|降幅|降至|减少|压减|占比|比重)$/u;
const GAINS = /^(?:累计|合计|共计?|再|分别|各|净?新?增加?|完成|实现|达到?|力争|确保)+/u;
const DOING = /^(?:完成|实现|力争|确保|新增|推进|达到)+/u;
const VERB =
  /^(?:力争|确保|全年|全市|累计|再)*(?:新增|新建|改造|打通|建成|建设|开工|培育|新认定|引进|签约|完成|实现|修复|新签|开展|创建|推广|实施|启动|整治|治理|扩建|改建)?$/u;
const isVerb = (ahead: string): boolean => VERB.test(withoutBound(ahead));
const withoutBound = (ahead: string): string => ahead.trim().replace(BOUND, '').trim();

/** What a clause names besides how much it is and how it moves; '' where it is nothing. Pure. */
export function bareName({ ahead, after }: Placed): string {
  const rest = after.replace(/^(?:以上|以内|以下|左右|及以上)|[）)\s]/gu, '');
  return `${withoutBound(ahead).replace(GAINS, '')}${rest.length > 1 ? rest : ''}`;
}

/** What stands before: what the sentence speaks of, the indicator before this one in the sentence, and the verb that the clause begins with. */
type Before = { readonly subject: string; readonly named: string | null; readonly verb: string };

/** An indicator, and whether what the sentence speaks of was needed to name it. */
type Named = { readonly indicator: ReadIndicator; readonly bySubject: boolean };

/**
 * What a clause says before its quantity is the indicator's name; where that is no more than a verb, what it speaks of stands before, in
 * the sentence or with the indicator before it: 完成固定资产投资580亿元，增长8%. Pure.
 */
export function indicatorIn(clause: string, { quantity, ahead: words, after: behind }: Placed, before: Before): Named {
  const subject = before.named === null ? before.subject : before.named.replace(DOING, '');
  const ahead = withoutBound(words);
  const after = behind
    .replace(SUFFIX, '')
    .replace(/^[（(\s]+|[）)\s]+$/gu, '')
    .trim();
  // 新增60家规模以上工业企业 names it behind the quantity.
  const own = after.length > 1 ? `${ahead || before.verb}${after}` : ahead;
  // 36个、1.2万户: another quantity of the same.
  const same = own === '' && before.named !== null ? before.named : null;
  const name = same ?? own;
  const isNamed = same !== null || (name.length > 1 && !MOVES.test(name));
  const { value, unit } = measureOf(quantity);
  return {
    indicator: {
      text: (isNamed ? name : `${subject}${name}`).replace(/^[、：:]/u, '') || clause.trim(),
      quantity: value,
      in: unit,
      ...(unit === null ? { word: quantity.unit } : {}),
      sense: quantity.bound === 'at-most' ? 'most' : 'least',
      about: quantity.max !== undefined || quantity.bound === 'about',
    },
    bySubject: !isNamed && before.named === null && subject !== '',
  };
}

/** The verb before a clause's first quantity, where its name stands behind it: 新增60家企业、12个项目. Pure. */
export const verbOf = ({ ahead, after }: Placed): string =>
  isVerb(ahead) && after.trim().length > 1 ? withoutBound(ahead) : '';
