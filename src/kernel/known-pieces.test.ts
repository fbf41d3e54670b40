import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesOf, tellsAlone, withoutAreaCode } from './known-pieces.ts';

const found = (text: string, piece: string) => placesOf(text, piece).map(([start, end]) => text.slice(start, end));

describe('what is known is found again', () => {
  test.each([
    ['a name in passing', '王建国说已修好', '王建国', ['王建国']],
    ['a name of a form, without its gaps', '付小红两次来电', '付 小 红', ['付小红']],
    ['a name with gaps', '与付 小红核对', '付小红', ['付 小红']],
    ['a landline as people type it', '请拨（0374）2965 123', '03742965123', ['0374）2965 123']],
    ['the same as it is kept', '0374-2965123', '03742965123', ['0374-2965123']],
    ['an address', '见 li+m@example.com。', 'li+m@example.com', ['li+m@example.com']],
    ['a number within a longer one', '订单 20374296512399', '03742965123', []],
    ['a number within a code', 'A03742965123', '03742965123', []],
    ['a street that is called so', '常青路积水，在常青小区门口', '常青', []],
    ['whoever walks on a street', '常青路过时摔倒，常青说', '常青', ['常青', '常青']],
    ['a name of three before a lamp', '王建国路灯', '王建国', ['王建国']],
    ['a hotel that begins so', '王建国际酒店', '王建国', []],
    ['nothing', '王建国', ' ', []],
    ['safety of tens of millions', '千万安全生产，配发1200万安全帽，万安全说已修好', '万安全', ['万安全']],
    ['a fine day', '时光明媚，临时光明显不足，请时光明来一趟', '时光明', ['时光明']],
    ['a district that is called so', '高新区的高新技术企业，提高新标准，高新说已办', '高新', ['高新']],
    ['a state council, and safety of the public', '王建国务院已定；办公安全，公安全力', '安全', ['安全']],
    ['papers', '李文件已收，李文明确表示，李文化解矛盾', '李文', ['李文', '李文']],
    ['a house and whoever is head of one', '常青镇积水，常青区长到场', '常青', ['常青']],
  ])('%s', (_, text, piece, expected) => {
    expect(found(text, piece)).toEqual(expected);
  });
});

/** Families, rare ones too, and what follows them: with many of them words begin or end, as 万, 时, 高 and 明, 文, 安 do. */
const person = fc
  .tuple(
    fc.constantFrom(...'王李张刘陈万时高方安文于常任程石林江周段何毛顾龙许余戴车水路'),
    fc.constantFrom(...'建文光海小志德永学晓春玉'),
    fc.constantFrom(...'明全国华强军平文海江新荣春红青东林玉金龙光亮建业民安康宁和生成志学兴福清水山天星正公利'),
    fc.boolean(),
  )
  .map(([family, given, last, short]) => family + (short ? '' : given) + last);
const before = fc.constantFrom(
  ...'经理 职工 员工 业主 机关 银行 下属 主任 其中之一 办公室 村民小组长 工作人员 工地上 昨日 经 由 找 和 与 请 让 对 向 把 被 是 给 欠 原告 物业 司机 邻居'.split(
    ' ',
  ),
  '',
  '，',
  '（',
  '1',
);
const behind = fc.constantFrom(
  ...'说 称 的 在 和 也 已 未 不 来 到 去 家里 家中 本人 先生 老师 局长 部长 区长 处长 队长 校长 确认 确定 显得 化解 制止 解释 全部退还 均已签字 均表示 排队 排查 复查 置办 装修 活动 立即 当天 路过 区里 业务熟练 年底前 果然 就 因 因为 ， 。 ）'.split(
    ' ',
  ),
  '',
);
test('a name in an ordinary sentence is found, whatever stands before and behind it', () => {
  fc.assert(
    fc.property(person, before, behind, (name, one, other) => {
      expect(found(`${one}${name}${other}`, name)).toEqual([name]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['王建国', true],
  ['付 小 红', true],
  ['李明', true],
  ['张某某', false],
  ['高兴', false],
  ['110', false],
  ['03742965123', true],
])('%s tells alone: %s', (piece, expected) => expect(tellsAlone(piece)).toBe(expected));

test.each([
  ['0374-2965123', ['2965123']],
  ['(010) 62345678', ['62345678']],
  ['2965123', []],
  ['13812345678', []],
  ['王建国', []],
])('%s without its area code: %j', (piece, local) => expect(withoutAreaCode(piece)).toEqual(local));
