import { expect, test } from 'vitest';
import { sentenceAssignment } from './sentence.rules.ts';

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
  ['市住建局负责编制年度计划，报市政府审定。', [['市住建局'], []], '负责'],
  ['市教育局要加强巡查，落实责任。', [['市教育局'], []], 'the subject of 要'],
  ['各方面要加强巡查，落实责任。', null, 'no unit by its looks'],
  ['要加强巡查，落实责任。', null, 'nobody'],
])('%s: %s', (text, expected) => expect(who(text)).toEqual(expected));
