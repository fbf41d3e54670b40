import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal } from './personal.ts';

const names = (text: string): string[] =>
  findPersonal(text)
    .filter(({ kind }) => kind === 'name')
    .map(({ start, end }) => text.slice(start, end));

describe('a name that nobody says to be one is found by where it stands', () => {
  test.each<[where: string, text: string, found: string[]]>([
    ['half hidden, behind what they are', '联系人张某某', ['张某某']],
    ['half hidden, of oneself', '本人李某某，住东城区', ['李某某']],
    ['of oneself', '本人王建国，男，汉族', ['王建国']],
    ['of oneself, with what one is in an enterprise', '我是厂长王建国，电话 13912345678', ['王建国']],
    ['of oneself, with that and its enterprise', '您好，我是莲锦电力公司负责人王建国，门前断路', ['王建国']],
    ['of oneself, of an enterprise', '我是锦绣服装厂的李秀英，想问贷款', ['李秀英']],
    ['of oneself, without 是', '您好！我陈晓明，今年五十岁', ['陈晓明']],
    ['of whoever calls, as a clerk writes it down', '王建国来电：厂区停水三天', ['王建国']],
    ['of whoever comes, where the call came from', '接李秀英女士来访，反映门口积水', ['李秀英']],
    ['before a telephone', '王建国 13912345678', ['王建国']],
    ['before a telephone in brackets', '经与王建国（13912345678）联系', ['王建国']],
    ['before a telephone that is called one', '房子是李秀英女士的，李秀英，电话：13912345678', ['李秀英', '李秀英']],
    ['before a telephone of full width', '陈晓明，手机号１３９１２３４５６７８', ['陈晓明']],
    ['behind a telephone', '请打13912345678（张玉兰）', ['张玉兰']],
    ['before an identity number', '周海燕，身份证号411002198807154032', ['周海燕']],
    ['before what stands in an identity card', '赵红艳，女，1967年5月出生', ['赵红艳']],
    ['on a line of its own at the end', '望尽快解决。\n王建国\n2023年3月1日', ['王建国']],
    ['of two characters, after the last salute', '此致\n敬礼\n张伟', ['张伟']],
    ['after thanks and before a day', '望解决，谢谢！陈晓明 2023年3月13日', ['陈晓明']],
    ['behind the last sentence', '恳请领导调查处理。刘志坚', ['刘志坚']],
    ['before a day in numerals', '请予核实。孙志强 二〇二三年三月一日', ['孙志强']],
    ['behind a dash', '请尽快解决。——王建国', ['王建国']],
    ['with 敬上', '盼复。\n周建敬上', ['周建']],
    ['said by a unit', '经与来电人王建国核实，款已到账', ['王建国']],
    ['of a villager', '村民陈昭凤反映的道路已经修好', ['陈昭凤']],
    ['of somebody’s own people', '我父亲余基德在工地摔伤', ['余基德']],
    ['of a neighbour', '邻居李志强夜里施工，证人是楼下邻居王芳。', ['李志强', '王芳']],
    ['of those one works with', '欠我和工友李明、王刚的工资', ['李明', '王刚']],
    ['of one whose name begins as a grandson does', '家长：孙子涵，13912345678', ['孙子涵']],
    ['said in two steps', '我姓王，叫王小明', ['王小明']],
    ['in a row', '居民张玉兰、李秀英和王芳等三人来访', ['张玉兰', '李秀英', '王芳']],
    ['said of oneself, with a sign that is a country’s too', '我是王建国。', ['王建国']],
    ['not in a street that is called so', '常青路 8 号积水，联系人：常青', ['常青']],
    [
      'again, where nothing tells it',
      '联系人：陈晓明。工作人员到场后陈晓明表示满意，陈晓明已撤回。',
      ['陈晓明', '陈晓明', '陈晓明'],
    ],
    ['of two family characters', '欧阳文静，13912345678', ['欧阳文静']],
    ['of a rare family, said to be one', '我叫付小红，住东湖区', ['付小红']],
    ['of a rare family, in a form', '姓名 宁静怡 性别 女', ['宁静怡']],
    ['of a rare family of two characters', '联系人：尉迟明；署名：端木蕾', ['尉迟明', '端木蕾']],
    ['of a rare family, though it begins as a word', '户名：阳光明，我叫车晓明。', ['阳光明', '车晓明']],
    ['of oneself, of a rare family', '本人柴静怡，电话13912345678', ['柴静怡']],
    ['of a rare family, under what was written', '望解决。\n聂莉雅\n2023年3月1日', ['聂莉雅']],
    ['of a rare family, called before a telephone', '经与付小红（13912345678）核实', ['付小红']],
    ['spaced as in a form', '姓名：张 三 丰', ['张 三 丰']],
    ['spaced, of two characters', '联系人：李 明，电话13912345678', ['李 明']],
    ['spaced, of two family characters', '落款：欧阳 文静', ['欧阳 文静']],
    ['spaced, of a rare family', '姓名：付 小 红，联系人：聂 明 电话13912345678', ['付 小 红', '聂 明']],
    ['spaced, under what was written', '望解决。\n王 芳\n2023年3月1日', ['王 芳']],
    ['of somebody’s husband or wife, who does something', '我爱人李桃在厂里上班', ['李桃']],
    ['right before a telephone', '李明13912345678', ['李明']],
    ['right before a telephone, in a sentence', '希望答复李建国13912345678', ['李建国']],
    ['right before a telephone that is to be rung', '请打电话李明13912345678', ['李明']],
    ['right behind a telephone', '13912345678李明', ['李明']],
    ['of an owner, with a sign that few are called by', '1103业主刘英再，看了现场', ['刘英再']],
  ])('%s: %s', (_, text, found) => expect(names(text)).toEqual(found));

  test.each([
    ['a department', '许可科：13912345678'],
    ['a firm', '万达 13912345678'],
    ['a shop', '石材店 13912345678'],
    ['a county', '石梁县 13912345678'],
    ['a district before a telephone', '金水区，13912345678'],
    ['a mountain behind a dash', '沿线——黄山，风景很好'],
    ['a road behind a dash', '施工地点——金水路，已围挡'],
    ['an estate', '业主金地国际花园二期已交房'],
    ['an estate on a hill', '居民龙泉山庄门口堵车'],
    ['what pupils learn', '要求学生文明行车'],
    ['a school that somebody went to', '我女婿任镇中心学校的校长'],
    ['an age of school', '儿子高中毕业，女儿高一'],
    ['a box', '摔学生文具盒'],
    ['money', '骗取患者钱财，影响恶劣'],
    ['a side', '业主方进行整改'],
    ['our side', '我方同意，请协调'],
    ['a mood', '本人高兴，谢谢'],
    ['a time', '本人于本年三月购房'],
    ['thanks at the end', '请尽快解决。谢谢'],
    ['a place at the end', '我们来自江苏'],
    ['a town above a day', '请核查。\n王集镇\n2023年3月1日'],
    ['a village on the last line', '地址：\n高庄村'],
    ['a schoolmate', '四名女生分别为：谭同学、朱同学'],
    ['what is asked of all', '居民常年出行不便，市民任意停车'],
    ['an amount', '补助——万元'],
    ['a committee', '请联系董事会'],
    ['a village that rang', '来电人高庄村反映路灯不亮'],
    ['a hotline', '金融办 12345'],
    ['people who rang', '群众来电反映停水'],
    ['a county that rang', '石梁县来电：请复核'],
    ['a year of calls', '常年来电无人接'],
    ['a firm that wrote', '经金地来函说明'],
    ['how old those are who work there', '员工高龄，请照顾'],
    ['an estate on a lake', '业主龙湖城反映'],
    ['that all are well', '居民康泰，生活便利'],
    ['a car that was called', '我叫车来了，我叫车，等了半小时'],
    ['whoever was called', '我叫公安，没人管；我叫家长来，我叫全家人去'],
    ['safety, of oneself', '本人安全没有保障，本人经济困难'],
    ['a form that was not filled in', '签名 年 月 日'],
    ['what a form asks for next', '姓名：王 男 40岁'],
    ['an age that is asked for', '申请人须年满18周岁'],
    ['a family name alone, though a rare one', '联系人向先生'],
    ['a family name alone, before what a form asks for next', '姓名：向 男 40岁'],
    ['a word behind what stands in a form', '联系人：经 常 不在，签字：应 尽快'],
    ['what somebody’s wife likes, and when', '我爱人高兴，我爱人常在外地，他儿子马上要上学'],
    ['a district right before or behind a telephone', '高新区13912345678，13912345678高新区'],
    ['an office right before its telephone', '找水利局13912345678，打给安全员13912345678，联系单位公司13912345678'],
    ['weather at work', '职工高温补贴'],
    ['words that are no name though they begin as one', '高度重视。马上处理，方便群众，何时解决'],
    ['a text that is nothing but two signs', '江南'],
    ['what a neighbour does and has', '邻居高空抛物，邻居金鱼池漏水，邻居文明养犬'],
  ])('none is found in %s: %s', (_, text) => expect(names(text)).toEqual([]));
});

const person = fc
  .tuple(
    fc.constantFrom(...'王李张刘陈杨赵周吴徐孙朱林郭马罗梁宋郑谢唐许邓冯曹曾彭吕'),
    fc.constantFrom('建国', '秀英', '志强', '玉兰', '桂英', '海燕', '晓明', '文静', '雨欣', '子涵', '红艳', '俊杰'),
  )
  .map((parts) => parts.join(''));
/** Sentences with a place in which a name may stand. */
const frame = fc.constantFrom(
  '本人□，住东城区。',
  '联系人：□；',
  '经与□（13912345678）联系，已答复。',
  '□，男，四十岁。',
  '来电人□反映路灯不亮。',
  '路灯不亮。——□',
  '请尽快处理。\n□\n2023年3月1日',
  '此致敬礼！□',
);
/** Families beyond the commonest hundred, with names that no word begins like. */
const rare = fc
  .tuple(
    fc.constantFrom(...'付柴聂伍向柏祝粟覃阳谈喻封屈褚詹樊鲍倪殷柳祁', '尉迟', '端木', '公孙'),
    fc.constantFrom('建国', '秀英', '晓明', '子涵'),
  )
  .map((parts) => parts.join(''));
const said = fc.constantFrom('联系人：□；', '我叫□，住东城区。', '姓名：□', '署名：□', '本人□，男，四十岁。');
const word = fc.constantFrom(
  ...'高度 方便 黄金 石油 文明 常年 万元 金融 江南 白天 马路 许可 余款 何时 龙泉镇 金水区 石梁县 高庄村 文化局 许可科 万达店 江北路 白沙湾 林业站 孔雀河'.split(
    ' ',
  ),
);

describe('for all of them', () => {
  test('a name in such a place is found, whole, and nothing else', () => {
    fc.assert(
      fc.property(person, frame, (name, text) => {
        expect(names(text.replace('□', name))).toEqual([name]);
      }),
    );
  });
  test('a rare one is found where it is said to be one', () => {
    fc.assert(
      fc.property(rare, said, (name, text) => {
        expect(names(text.replace('□', name))).toEqual([name]);
      }),
    );
  });
  test('a word, a place, an office in such a place is none', () => {
    fc.assert(
      fc.property(word, frame, (text, place) => {
        // What is called the name of who rings is taken for one, unless it is a word that is known.
        if (/^(?:联系|来电)人/u.test(place)) return;
        expect(names(place.replace('□', text))).toEqual([]);
      }),
    );
  });
});
