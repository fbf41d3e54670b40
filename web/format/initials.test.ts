import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['市财政局', 'sczj'],
  ['市水利局', 'sslj'],
  ['青禾县人民政府', 'qhxrmzf'],
  ['市人力资源和社会保障局（本级）', 'srlzyhshbzjbj'],
  ['ABC', ''],
])('%s is typed as %s', (name, typed) => expect(initials(name)).toBe(typed));
