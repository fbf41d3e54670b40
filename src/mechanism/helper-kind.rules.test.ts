import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helperKind } from './helper-kind.rules.ts';
import { parseMechanism } from './parse.rules.ts';

const parsed = parseMechanism(readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8'));

test.each([
  ['法治护航员', 'Legal escort'],
  ['常年法律顾问', 'Legal escort'],
  ['企业服务专员（东片）', 'Enterprise service officer'],
  ['经办人', null],
  ['', null],
])('who has the title “%s” is, by the file, %s', (title, kind) => {
  expect(parsed.mechanism && helperKind(parsed.mechanism, title)?.name.en).toEqual(kind ?? undefined);
});
