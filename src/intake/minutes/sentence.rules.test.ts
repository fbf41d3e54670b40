import { expect, test } from 'vitest';
import { bySubject, sentenceAssignment } from './sentence.rules.ts';

const who = (text: string): unknown => {
  const read = sentenceAssignment(text);
  return read && [read.lead, read.co];
};

test.each<[string, string[][] | null, string]>([
  [
    '会议议定，由市水务局牵头，市财政局、各县政府配合，抓紧实施。',
    [['市水务局'], ['市财政局', '各县政府']],
    '由…牵头，…配合',
  ],
  [
    '加快疏通排涝沟渠，由市水务局牵头、东山区配合，12月10日前完成。',
    [['市水务局'], ['东山区']],
    '由…牵头、…配合, with no comma between',
  ],
  ['由市水务局牵头、市财政局和各县政府参与，抓紧实施。', [['市水务局'], ['市财政局', '各县政府']], '…牵头、…参与'],
  ['由市教育局、市体育局牵头，办好运动会。', [['市教育局', '市体育局'], []], 'two that lead'],
  ['市住建局负责编制年度计划，报市政府审定。', [['市住建局'], []], '负责'],
  ['市教育局要加强巡查，落实责任。', [['市教育局'], []], 'the subject of 要'],
  ['请市水务局会同市财政局拿出方案，十日内报市政府。', [['市水务局'], ['市财政局']], '请甲局会同乙局'],
  ['请安平县政府于5月8日前迁坟12座，市林业局配合。', [['安平县政府'], ['市林业局']], '请…于'],
  ['防汛物资由市应急局抓总，各乡镇落实。', [['市应急局'], ['各乡镇']], 'what it is stands before who does it'],
  [
    '水务、电力、通信部门各负其责，尽快恢复。',
    [['水务、电力、通信部门'], []],
    'trades with one word for what they are',
  ],
  ['由市城管局牵头，清运垃圾；所需资金由市财政局解决。', [['市城管局'], []], 'who pays does not lead'],
  ['县应急局要备好沙袋。', [['县应急局'], []], 'the 应 of 应急 is part of the name'],
  ['加强市场主体培育，推进社区建设。', null, 'nouns that end like a unit'],
  ['市水务集团作为业主单位，尽快开工；市城管局要主动服务。', [['市水务集团'], []], '作为…单位'],
  ['市应急局要会同有关部门开展排查。', [['市应急局'], ['有关部门']], '要会同'],
  ['同意市住建局提出的年度计划，全年改造九处。', null, 'what a unit has put forward'],
  ['各方面要加强巡查，落实责任。', null, 'no unit by its looks'],
  ['要加强巡查，落实责任。', null, 'nobody'],
])('%s: %s', (text, expected) => expect(who(text)).toEqual(expected));

test('several units that must do it share it; of those that lead it none is alone', () => {
  expect(sentenceAssignment('市教育局、市体育局要办好运动会。')?.shared).toBe(true);
  expect(sentenceAssignment('市教育局、市体育局牵头办好运动会。')?.shared).toBe(false);
});

test.each([
  [
    '市水务局要修渠，市林业局要植树，各乡镇要清淤。',
    ['市水务局要修渠', '市林业局要植树', '各乡镇要清淤。'],
    'a task for each',
  ],
  ['市水务局要修渠，还要清淤；确保通水。', ['市水务局要修渠，还要清淤；确保通水。'], 'one unit'],
  ['由市水务局牵头，市财政局配合，修渠九条。', ['由市水务局牵头，市财政局配合，修渠九条。'], 'who leads and who helps'],
  [
    '由市水务局牵头，修渠九条。市林业局要主动服务。',
    ['由市水务局牵头，修渠九条。', '市林业局要主动服务。'],
    'another unit after the work of the first',
  ],
  ['由市水务局牵头，市财政局要保障资金。', ['由市水务局牵头，市财政局要保障资金。'], 'nothing said of the first alone'],
  ['市水务局要修渠；经费由市财政局负责。', ['市水务局要修渠；经费由市财政局负责。'], 'who pays'],
])('%s is %j: %s', (text, tasks) =>
  expect(bySubject(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end))).toEqual(tasks),
);
