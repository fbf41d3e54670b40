import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentence } from '../platform/i18n/index.ts';
import { changed, folder, WEEKLY } from './parse.fixture.ts';
import { parseMechanism } from './parse.rules.ts';

const builtIn = (key: string, language: 'zh' | 'en') => sentence(language, key);
const told = (source: string) => {
  const lines = source.split('\n');
  return parseMechanism(source, builtIn).faults.map(
    ({ line, code, params }) => `${lines[line - 1]!.trim().split(':')[0]} → ${sentence('zh', code, params)}`,
  );
};

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s uses no name for two things', (name) => {
  expect(told(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
});

test.each<[string, string, string, string[]]>([
  [
    'an act by the name of another, in one language',
    'report: { by:',
    'report: { name: { zh: 退回重办, en: Tell more }, by:',
    [
      'report → acts 中 report 起名“退回重办”，而这是 return 这一步本来的名称，别处都按那个意思用。要办的就是它，请改用 return；不是的话，请换一个名称。',
    ],
  ],
  [
    'whatever the letters',
    'report: { by:',
    'report: { name: { zh: 补充情况, en: ACCEPT }, by:',
    [
      'report → acts 中 report 起名“ACCEPT”，而这是 accept 这一步本来的名称，别处都按那个意思用。要办的就是它，请改用 accept；不是的话，请换一个名称。',
    ],
  ],
  ['an act by its own name', 'report: { by:', 'report: { name: { zh: 补充情况, en: Tell more }, by:', []],
])('%s', (_, from, to, faults) => {
  expect(told(changed(from, to))).toEqual(faults);
});

test('a stage by the name of a phase that it is not of, and two stages by one name', () => {
  const stages = /stages:\n([\s\S]*?)\n\S/u.exec(WEEKLY)![1]!;
  const [, working] = /\n( {2}\w+: \{ phase: working, name: \{ zh: [^,]+, en: [^}]+\} \})/u.exec(`\n${stages}`)!;
  const closed = working!.replace(/zh: [^,]+/u, 'zh: 已销号');
  expect(told(changed(working!, closed)).join()).toMatch(/phase 是 working，名称“已销号”是 closed 的名称/u);
  const [, answered] = /\n( {2}\w+: \{ phase: answered, name: \{ zh: [^,]+, en: [^}]+\} \})/u.exec(`\n${stages}`)!;
  const [, name] = /zh: ([^,]+)/u.exec(answered!)!;
  expect(told(changed(working!, working!.replace(/zh: [^,]+/u, `zh: ${name}`))).join()).toMatch(
    /stages 中 \w+ 和 \w+ 都叫/u,
  );
});

test('a file that is in force is read whatever the program calls something since', () => {
  const source = changed('report: { by:', 'report: { name: { zh: 退回重办, en: Tell more }, by:');
  expect(parseMechanism(source).faults).toEqual([]);
});
