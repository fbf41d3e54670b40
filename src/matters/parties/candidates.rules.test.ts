import { expect, test } from 'vitest';
import { likelyFirst } from './candidates.rules.ts';

const one = (name: string, title: string, onDuty = false, why: string | null = null) => ({ name, title, onDuty, why });

test('who is on duty stands first, then who mediates; whom something keeps from it last; else by their names as before', () => {
  const byName = [
    one('安远', '企业服务员'),
    one('白桦', '调解员'),
    one('常青', '调解员', true, 'matter.conflict-works'),
    one('柳青', '企业法治护航员', true),
    one('石榴', '调解员'),
    one('苏木', '调解员', true),
  ];
  expect(likelyFirst(byName).map(({ name }) => name)).toEqual(['苏木', '柳青', '白桦', '石榴', '安远', '常青']);
});
