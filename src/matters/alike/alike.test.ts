import { beforeAll, describe, expect, test } from 'vitest';
import { aCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testHttp, type TestHttp } from '../../../test/support/http.ts';
import { aStaff, assignOne, type Staff } from '../../../test/support/staff.ts';
import { bigrams, type Uuid } from '../../kernel/index.ts';
import { alikeRoutes } from '../index.ts';
import type { AlikeMatters } from './alike.contract.ts';

const { pool, owner } = await testDatabase();
const MONDAY = new Date('2026-03-16T01:30:00Z');
const MIXER = '丽发新城小区旁的混凝土搅拌站彻夜作业，噪音和灰尘扰民，请生态环境局查处';
let units: Uuid[];
let staff: Staff;
let web: TestHttp;
const made: Record<'mixer' | 'copy' | 'dust' | 'lamps' | 'secret' | 'struck', Uuid> = {} as never;

beforeAll(async () => {
  units = await aCity(pool, 1, ['莲城市水务局', '莲城市园林局'], MONDAY);
  staff = await aStaff(pool, units, MONDAY);
  web = await testHttp(pool, Object.values(staff), { routes: [alikeRoutes], now: () => MONDAY });
  const assign = (text: string, confidential = false) =>
    assignOne(pool, staff.office, units[0]!, MONDAY, { text, due: '2026-03-27', confidential });
  made.mixer = await assign(MIXER);
  made.copy = await assign(`尊敬的领导：您好！${MIXER.replace('彻夜', '整夜')}。谢谢！`);
  made.dust = await assign('搅拌站灰尘漫天，丽发新城业主无法开窗');
  made.lamps = await assign('东湖路的路灯半年不亮');
  made.secret = await assign('丽发新城搅拌站的举报人要求保密', true);
  made.struck = await assign(MIXER);
  await owner.query(`update matter set phase = 'closed' where id = $1`, [made.struck]);
});

const ask = (who: keyof Staff, url: string) => web.ask(staff[who], { method: 'GET', url });
const alike = async (who: keyof Staff, text: string) =>
  (await ask(who, `/api/matters/alike?${new URLSearchParams({ text })}`)).json<AlikeMatters>().rows;
const ids = (rows: AlikeMatters['rows']): Uuid[] => rows.map(({ matter }) => matter.id);

describe('open matters that are like what is being written', () => {
  test('come with what both have in common, the most alike first; what says nearly the same says so', async () => {
    const rows = await alike('office', MIXER);
    expect(ids(rows).slice(0, 2)).toEqual([made.mixer, made.copy]);
    expect(rows.slice(0, 2).map(({ nearlySame }) => nearlySame)).toEqual([true, true]);
    expect(rows[0]!.shared[0]).toContain('丽发新城小区旁的混凝土搅拌站');
    const dust = (await alike('office', '投诉丽发新城搅拌站')).find(({ matter }) => matter.id === made.dust);
    expect(dust).toMatchObject({ nearlySame: false, shared: ['丽发新城', '搅拌站'] });
  });

  test('a few words are enough, and find nothing that only shares a word with them', async () => {
    expect(ids(await alike('office', '东湖路的路灯'))).toEqual([made.lamps]);
    expect(await alike('office', '路灯')).toEqual([]);
    expect(await alike('office', '！？')).toEqual([]);
    expect(await alike('office', `'\\ & | !(路灯`)).toEqual([]);
  });

  test('what is struck off is none of them, nor what the seat may not read', async () => {
    expect(ids(await alike('office', MIXER))).not.toContain(made.struck);
    const secret = '丽发新城搅拌站的举报人要求保密';
    expect(ids(await alike('office', secret))).toContain(made.secret);
    expect(ids(await alike('desk', secret))).toContain(made.secret);
    expect(ids(await alike('other', secret))).not.toContain(made.secret);
  });

  test('of a matter the others that are like it are told, never itself', async () => {
    const rows = (await ask('mayor', `/api/matters/${made.mixer}/alike`)).json<AlikeMatters>().rows;
    expect(ids(rows)[0]).toBe(made.copy);
    expect(ids(rows)).not.toContain(made.mixer);
    expect((await ask('other', `/api/matters/${made.secret}/alike`)).statusCode).toBe(404);
  });

  test('a text longer than is compared is refused, and says so', async () => {
    const answer = await ask('office', `/api/matters/alike?${new URLSearchParams({ text: '路'.repeat(601) })}`);
    expect(answer.statusCode).toBe(400);
  });
});

describe('among many', () => {
  const OLD = 2;
  const PREFIX = '01900000-0000-7000-8000-';
  const at = (n: number): string => PREFIX + String(n).padStart(12, '0');

  beforeAll(async () => {
    await owner.query(`insert into city (city, name) values ($1, '远城市')`, [OLD]);
    const grams = ['完成道路整修，明确责任人和完成时限', '苇塘渠管网改造'].map(
      (text) => `'{${bigrams(text).join(',')}}'::text[]`,
    );
    // The planner needs many; what mechanism they are of is nothing to it.
    await owner.query(`begin; set local session_replication_role = replica;
      create temp table made on commit drop as select n, ('${PREFIX}' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 20000) n;
      insert into matter (city, id, mechanism, version, number, n, stage, phase, lead, units, open_to_city, due_at, todo_at, updated_at,
          seq, hash, state, registered_at)
        select ${OLD}, id, 'weekly-assignment', 1, n::text, n, 'assigned', case when n % 10 = 0 or n = 77 then 'assigned' else 'closed' end,
          null, '{}', true, 'infinity', 'infinity', now(), 1, '\\x00', '{}', now() from made;
      insert into matter_words (city, matter, words, grams)
        select ${OLD}, id, '', array_to_tsvector(case when n = 77 then ${grams[1]} else ${grams[0]} end) from made;
      commit`);
    await owner.query('analyze matter_words');
  });

  /** What the function answers to the office, and the plans of all that it asked. */
  async function asked(text: string): Promise<{ found: string[]; plans: string }> {
    const client = await owner.connect();
    const plans: string[] = [];
    client.on('notice', ({ message }) => plans.push(message ?? ''));
    try {
      await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
        set client_min_messages = log; set app.city = '${OLD}'; set app.role = 'supervisor'`);
      const { rows } = await client.query<{ id: string }>(`select alike_matters($1, null, 40) as id`, [bigrams(text)]);
      return { found: rows.map(({ id }) => id), plans: plans.join('\n') };
    } finally {
      client.release(true);
    }
  }

  test('a rare pair is found by the index of words, and no table is read through', async () => {
    const { found, plans } = await asked('请完成苇塘渠整修');
    expect(found).toContain(at(77));
    expect(plans).toMatch(/Bitmap Index Scan on matter_words_grams/u);
    expect(plans).not.toMatch(/Seq Scan on (matter|matter_words)\b/u);
  });

  test('what half the city has is answered with the newest, which are open, though the oldest are not', async () => {
    const { found } = await asked('道路整修');
    expect(found[0]).toBe(at(20_000));
    expect(found).toHaveLength(40);
  });
});
