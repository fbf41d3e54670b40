import { parseArgs } from 'node:util';
import { foundWithAdministrator, isPlaceCode, type NewCity } from '../../founding/index.ts';
import { refuse } from '../../kernel/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { openDatabase } from '../database.ts';
import { CITY_EXAMPLE, type Io } from './command.ts';

/**
 * `huiyin city --code N --name NAME --admin LOGIN [--name-en NAME]`: founds a city without a demo, and prints its first
 * administrator's password, which stands nowhere else.
 */
export async function city(args: string[], { stdout, lang }: Io): Promise<number> {
  const given = { ...parse(args), person: sentence('zh', 'web.role.administrator') };
  const database = await openDatabase(readConfig(), { mode: 'join' });
  try {
    const password = await foundWithAdministrator(database.pool, given, new Date());
    stdout.write(
      `${sentence(lang, 'cli.city-founded', { name: given.name, code: given.place, login: given.login, password })}\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

const OPTIONS = {
  code: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  admin: { type: 'string' },
} as const;

/** @throws Refusal `cli.option-unknown`, `cli.option-missing`, `cli.city-code-wrong`. */
function parse(args: string[]): Omit<NewCity, 'id' | 'password' | 'person'> {
  // `strict` would refuse in English, and without an example.
  const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true });
  const text = (name: keyof typeof OPTIONS) => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const stray = [
    ...positionals,
    ...Object.keys(values)
      .filter((name) => !(name in OPTIONS))
      .map((name) => `--${name}`),
  ];
  if (stray.length > 0) refuse('cli.option-unknown', { options: stray, example: CITY_EXAMPLE });
  const missing = (['code', 'name', 'admin'] as const).filter((name) => text(name) === '').map((name) => `--${name}`);
  if (missing.length > 0) refuse('cli.option-missing', { options: missing, example: CITY_EXAMPLE });
  if (!isPlaceCode(text('code'))) refuse('cli.city-code-wrong', { code: text('code') });
  return {
    place: Number(text('code')),
    name: text('name'),
    nameEn: text('name-en') || text('name'),
    login: text('admin'),
  };
}
