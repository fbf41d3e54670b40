import { expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { aPrivateCity, codeOf, type Browser } from '../../test/support/private-city.ts';
import { does } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { MatterView } from '../matters/contract.ts';

const { pool, owner } = await testDatabase();
const { staff, later, at, desk, ask, assigned, show, verify, dump } = await aPrivateCity({ pool, owner });

const TEXT = '河湾老张头家门口断路三天，孩子在第三小学二班';
const WORDS = ['老张头', '第三小学二班'];

/** An appeal in which nothing tells that something is personal, and what its unit has written of it. */
async function written() {
  const raised = await assigned({ ...ask({}), text: TEXT });
  const report = { id: uuidv7(later()), kind: 'report', given: { text: '老张头说还断着' } };
  const acts = `/api/matters/${raised.id}/acts`;
  expect((await desk(staff.desk, 'POST', acts, report)).statusCode).toBe(200);
  const correct = (hide: string, who = staff.office) =>
    desk(who, 'POST', acts, { id: uuidv7(later()), kind: 'correct', given: { hide, reason: '老张头要求不写' } });
  return { ...raised, report, acts, correct };
}
const bodyOf = async (id: Uuid) => (await desk(staff.desk, 'GET', `/api/matters/${id}`)).body;

test('words that the office hides are read nowhere in the matter any more, and shown to who says what for', async () => {
  const { id, number, appeal, report, acts } = await written();
  const hide = { id: uuidv7(later()), kind: 'correct', given: { hide: WORDS.join('\n'), reason: '老张头要求不写' } };
  const done = await desk(staff.office, 'POST', acts, hide);
  expect(done.statusCode, done.body).toBe(200);
  const view = (await desk(staff.desk, 'GET', `/api/matters/${id}`)).json<MatterView>();
  const [first, second] = [1, 2].map((n) => `〔隐去${view.row.seq}-${n}〕`);
  expect(view.row.text).toBe(`河湾${first}家门口断路三天，孩子在${second}`);
  const body = JSON.stringify(view);
  for (const words of [`${first}说还断着`, `${first}要求不写`]) expect(body).toContain(words);
  expect(WORDS.filter((word) => body.includes(word))).toEqual([]);
  expect((await desk(staff.desk, 'GET', '/api/matters?q=老张头')).body).not.toContain(number);

  const theirs: Browser = {};
  await at(theirs, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
  expect((await at(theirs, 'GET', `/api/counter/appeals/${id}`)).body).not.toContain('老张头');

  const shown = await show(staff.office, id);
  expect(shown.json<{ pieces: object[] }>().pieces).toMatchObject([
    { act: hide.id, mark: first, text: '老张头' },
    { act: hide.id, mark: second, text: '第三小学二班' },
  ]);
  expect((await desk(staff.office, 'POST', acts, hide)).statusCode, 'sent again').toBe(200);
  expect((await desk(staff.desk, 'POST', acts, report)).statusCode, 'what it hid words in, sent again').toBe(200);
  await does(pool, staff.desk, id, 'report', { text: '老张头又来电' }, later());
  expect(await bodyOf(id), 'nor written anew').toContain('又来电');
  expect(await bodyOf(id)).not.toContain('老张头');
  expect(await verify()).toMatchObject({ fault: null });
});

test('what was written stays under its veil, which nobody changes or takes away unseen', async () => {
  const { id, correct } = await written();
  expect((await correct('老张头')).statusCode).toBe(200);
  const { rows } = await owner.query<{ seq: number; body: string }>(
    'select seq, body from act_veil where stream = $1',
    [id],
  );
  expect(rows).toHaveLength(2);
  const lay = (body: string) =>
    owner.query('update act_veil set body = $3 where stream = $1 and seq = $2', [id, rows[0]!.seq, body]);
  await lay(rows[0]!.body.replace('断路三天', '断路三年'));
  expect(await verify()).toMatchObject({ fault: { code: 'ledger.veil-differs', params: { stream: id } } });
  await lay('{}');
  expect(await verify()).toMatchObject({ fault: { code: 'ledger.veil-differs', params: { stream: id } } });
  await lay(rows[0]!.body);
  expect(await verify()).toMatchObject({ fault: null });
  await owner.query('delete from act_veil where stream = $1 and seq = $2', [id, rows[0]!.seq]);
  expect(await verify()).toMatchObject({ fault: { code: 'ledger.veil-differs', params: { stream: id } } });
  await owner.query('insert into act_veil (city, stream, seq, body) values (1, $1, $2, $3)', [
    id,
    rows[0]!.seq,
    rows[0]!.body,
  ]);
  // Every table but that of the acts, which are never altered.
  const words = (await dump()).split('\n').filter((row) => row.includes(id) && row.includes('老张头'));
  const { rows: raw } = await owner.query<{ row: string }>(
    `select t::text as row from act t where stream = $1 and body like '%老张头%'`,
    [id],
  );
  expect(words.toSorted()).toEqual(raw.map(({ row }) => row).toSorted());
});

test('hidden once more, other words lie over the same act', async () => {
  const { id, correct } = await written();
  expect((await correct('老张头')).statusCode).toBe(200);
  expect((await correct('第三小学二班')).statusCode).toBe(200);
  const body = await bodyOf(id);
  expect(WORDS.filter((word) => body.includes(word))).toEqual([]);
  expect(await verify()).toMatchObject({ fault: null });
});

test('only words that stand there, by the office, and no single sign', async () => {
  const { id, correct } = await written();
  expect((await correct('老李头')).json()).toMatchObject({
    code: 'matter.hide-finds-nothing',
    params: { words: ['老李头'] },
    errors: [{ pointer: '/given/hide' }],
  });
  expect(codeOf(await correct('张'))).toBe('matter.hide-length');
  expect((await correct('老张头', staff.desk)).statusCode).toBe(403);
  expect(await bodyOf(id)).toContain('老张头');
});

test('erased with whoever raised it: the marks stay, and the chain', async () => {
  const { id, originator, correct } = await written();
  expect((await correct(WORDS.join('\n'))).statusCode).toBe(200);
  const erased = await desk(staff.administrator, 'POST', `/api/originators/${originator}/acts`, {
    id: uuidv7(later()),
    kind: 'erase-originator',
    given: { purpose: '本人申请' },
  });
  expect(erased.statusCode, erased.body).toBe(200);
  expect((await show(staff.office, id)).json()).toMatchObject({ pieces: [] });
  const body = await bodyOf(id);
  expect(WORDS.filter((word) => body.includes(word))).toEqual([]);
  expect(await verify()).toMatchObject({ fault: null });
});
