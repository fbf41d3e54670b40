import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { directorySubjects } from '../directory/index.ts';
import { uuidv7 } from '../kernel/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { matterSubject, mechanismSubject, publishMechanism } from '../matters/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { raise, type Raising } from './raise.acts.ts';

const { pool, owner } = await testDatabase();
const city = 1;
const system = { city, system: true } as const;
const now = new Date('2026-03-16T02:00:00.000Z');

beforeAll(async () => {
  await owner.query(`insert into city (city, name) values (1, '莲城市')`);
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source }, now));
});

type Asked = Raising['request'];
let phone = 13_900_000_000;
const anAppeal = (more: Partial<Asked> = {}, by: Partial<NonNullable<Asked['by']>> = {}): Asked => ({
  id: uuidv7(now),
  mechanism: 'appeal',
  text: '厂门口的路被挖断，货车进不来',
  confidential: false,
  unnamed: false,
  files: [],
  language: 'zh',
  by: { id: uuidv7(now), pass: 'ACDEFGHJK7', kind: 'unknown', contact: String(++phone), ...by },
  ...more,
});
const raised = (request: Asked) => raise(pool, city, { known: null, request, now });
const ordinal = (number: string): number => Number(/(\d+)$/u.exec(number.replace(/\D+$/u, ''))![1]);
const count = async (what: string, id: string): Promise<number> =>
  (await owner.query<{ n: number }>(`select count(*)::integer as n from ${what} = $1`, [id])).rows[0]!.n;
/** The numbers given so far, in order. */
const numbers = async (): Promise<number[]> =>
  (await owner.query<{ n: number }>('select n from matter order by n')).rows.map(({ n }) => n);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('what many raise at once', () => {
  test('has each a number of its own, and none is left out for those that were refused', async () => {
    const asked = Array.from({ length: 45 }, () => anAppeal());
    const wrong = anAppeal({}, { contact: '不是电话' });
    const foreign = anAppeal({ files: [uuidv7(now)] });
    const unheard = anAppeal({ mechanism: 'nothing' });
    const all = asked.toSpliced(9, 0, wrong).toSpliced(20, 0, foreign).toSpliced(40, 0, unheard);
    const said = await Promise.allSettled(all.map(raised));
    const refusals = said.flatMap((one) => (one.status === 'rejected' ? [one.reason.problem.code] : []));
    expect(refusals).toEqual(['counter.contact-wrong', 'counter.files-not-yours', 'matter.mechanism-unknown']);
    const given = said.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(given.map(({ id }) => id)).toEqual(asked.map(({ id }) => id));
    expect(given.map(({ number }) => ordinal(number)).toSorted((a, b) => a - b)).toEqual(upTo(45));
    expect(await numbers()).toEqual(upTo(45));
    for (const { by } of [foreign, unheard]) {
      expect(await count('originator where id', by!.id), 'nobody is opened for what was refused').toBe(0);
      expect(await count('subject_key where subject', by!.id)).toBe(0);
    }
  });

  test('sent twice at once it is raised once, and followed by the code that came first', async () => {
    const before = (await numbers()).length;
    const asked = anAppeal();
    const said = await Promise.all([asked, anAppeal(), asked, asked].map(raised));
    expect(new Set([said[0], said[2], said[3]].map((one) => one?.number)).size).toBe(1);
    expect(await count('matter_pass where matter', asked.id)).toBe(1);
    expect(await numbers()).toEqual(upTo(before + 2));
  });

  test('fails for nobody because the database will not take another’s', async () => {
    const before = (await numbers()).length;
    const taken = anAppeal();
    // Something personal is sealed under this id already, of which only the write finds out.
    await owner.query('insert into subject_key (city, subject, key) values (1, $1, $2)', [
      taken.by!.id,
      Buffer.alloc(32),
    ]);
    const said = await Promise.allSettled([anAppeal(), taken, anAppeal(), anAppeal()].map(raised));
    expect(said.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(said[1]).toMatchObject({ reason: { problem: { code: 'ledger.act-id-reused', status: 409 } } });
    expect(await numbers(), 'a number that was taken for it is given to the next').toEqual(upTo(before + 3));
    expect(await count('matter where id', taken.id)).toBe(0);
  });

  test('is written to in the language of each, and each has a contact that only their key opens', async () => {
    const [zh, en] = [anAppeal(), anAppeal({ language: 'en' })];
    await Promise.all([zh, en].map(raised));
    const { rows } = await owner.query<{ language: string; keys: number }>(
      `select o.language, (select count(distinct k.key)::integer from subject_key k where k.subject = any ($1)) as keys
        from originator o where o.id = any ($1) order by o.language`,
      [[zh.by!.id, en.by!.id]],
    );
    expect(rows).toEqual([
      { language: 'en', keys: 2 },
      { language: 'zh', keys: 2 },
    ]);
  });

  test('stands in the ledger as if each had come alone', async () => {
    const subjects = [matterSubject, mechanismSubject, ...directorySubjects];
    expect(await transact(pool, system, (tx) => verifyLedger(tx, city, subjects))).toMatchObject({ fault: null });
  });
});
