import { expect, test } from 'vitest';
import zh from '../../../messages/zh/pages/debarments.json' with { type: 'json' };
import type { DebarmentRow, DebarmentShown } from '../../../src/debarments/contract.ts';
import { fill } from '../../../src/platform/i18n/fill.rules.ts';
import type { Translate } from '../../i18n/language.tsx';
import { extractOf } from './extract.ts';

const t = ((key: string, params: object) =>
  fill((zh as Record<string, string>)[key]!, 'zh', { ...params })) as unknown as Translate;
const told = { name: '某某公司', code: '', grounds: '行贿', decision: { number: '3 号', body: '监委' }, said: null };
const service = { asked: true, decision: null, reconsideration: null, reconsideredOn: null };
const lines = (more: Partial<DebarmentRow>) => {
  const hearing = { how: 'waived', on: '2026-02-11' };
  const days = { noticedOn: '2026-02-10', decidedOn: '2026-03-02', from: '2026-03-10', until: '2027-03-09', hearing };
  const row = {
    kind: 'enterprise',
    stage: 'standing',
    review: null,
    appeal: null,
    liftedOn: null,
    service,
    ...days,
    ...more,
  };
  const shown = { row, told } as unknown as Pick<DebarmentShown, 'row' | 'told'>;
  return extractOf(t, (day) => day, shown, { day: '2026-06-01', at: '6月1日', purpose: '投标' });
};

test('tells how the decision came about, and that it stands on the day on which the extract is taken', () => {
  const extract = lines({});
  expect(extract).toMatch(/告知日期 {2}2026-02-10\r\n陈述申辩 {2}书面放弃 2026-02-11\r\n决定日期 {2}2026-03-02/u);
  expect(extract).toContain('的状态  禁入中');
  expect(extract).not.toMatch(/行贿|复核|诉讼|移出/u);
});

test.each<[string, Partial<DebarmentRow>, RegExp]>([
  ['whoever reads it knows that it is contested', { appeal: 'made' }, /状态 {2}禁入中\r\n.*诉讼 {2}复议或诉讼中/u],
  [
    'what a court took back never stood',
    { stage: 'lifted', appeal: 'annulled', liftedOn: '2026-05-29' },
    /状态 {2}已撤销，自始未列入\r\n.*诉讼 {2}复议或诉讼撤销决定\r\n.*2026-05-29/u,
  ],
  [
    'who was let out early stood until then',
    { stage: 'lifted', liftedOn: '2026-05-29' },
    /状态 {2}已移出\r\n.*2026-05-29/u,
  ],
])('%s', (_, more, told) => {
  expect(lines(more)).toMatch(told);
});

test.each<[string, Partial<DebarmentRow>, RegExp]>([
  [
    'when and how it was served',
    { service: { ...service, decision: { on: '2026-03-05', how: 'post' } } },
    /决定书送达 {2}2026-03-05 邮寄送达/u,
  ],
  ['that no service is noted', {}, /决定书送达 {2}尚未登记送达/u],
  ['that nobody noted services then', { service: { ...service, asked: false } }, /决定书送达 {2}送达日期不详/u],
  [
    'what is known of the service of a reconsideration',
    { service: { ...service, reconsideredOn: '2026-05-20' } },
    /复议决定书送达 {2}尚未登记送达/u,
  ],
])('tells %s', (_, more, told) => {
  expect(lines(more)).toMatch(told);
});
