import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import {
  aPrivateCity,
  CODE,
  codeOf,
  HIDDEN,
  IDENTITY,
  MAIL,
  OTHER_PHONE,
  PERSONAL,
  PHONE,
  TEXT,
  type Browser,
} from '../../test/support/private-city.ts';
import { does } from '../../test/support/staff.ts';
import { uuidv7, type Uuid } from '../kernel/index.ts';
import type { MatterView } from '../matters/contract.ts';

const { pool, owner } = await testDatabase();
const { staff, clock, later, at, desk, ask, assigned, show, verify, dump } = await aPrivateCity({ pool, owner });

describe('what is personal in the words of whoever raised a matter', () => {
  test('stands nowhere in the clear: not in acts, rows, words to search by, views', async () => {
    const { id, appeal } = await assigned();
    const view = await desk(staff.desk, 'GET', `/api/matters/${id}`);
    expect(view.json<{ row: { text: string } }>().row.text).toBe(HIDDEN);
    expect(view.body).not.toMatch(/"sealed":"/u);
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    const again = await at({}, 'POST', '/api/counter/appeals', appeal);
    expect(again.statusCode, 'the same request sent again is done once').toBe(201);
    const other = await at({}, 'POST', '/api/counter/appeals', { ...appeal, text: `${TEXT}。` });
    expect(codeOf(other), 'another under its id is not').toBe('matter.act-id-reused');
    expect(await verify()).toMatchObject({ fault: null });
  });

  test('the landline of their own office, of which a unit’s would be spared; the same sent again is known', async () => {
    const mine = { ...ask({}), text: '我是食品厂的厂长，办公室 0374-2965123，断路三天' };
    const { id, appeal } = await assigned(mine);
    const view = (await desk(staff.desk, 'GET', `/api/matters/${id}`)).json<{ row: { text: string } }>();
    expect(view.row.text).toBe('我是食品厂的厂长，办公室 〔电话1〕，断路三天');
    expect((await at({}, 'POST', '/api/counter/appeals', appeal)).statusCode, 'sent again').toBe(201);
  });

  test('what was mistyped, and what publishing would point at; the place stays', async () => {
    const text =
      '身份证411002198001011234，银行卡6222021234567890123，法定代表人：李四，开户名张三丰，陈师傅来过，找Mr. John Smith，住建设路12号院3号楼501室，车牌豫K12345，护照E12345678';
    const { id, appeal } = await assigned({ ...ask({}), text });
    const view = (await desk(staff.desk, 'GET', `/api/matters/${id}`)).json<{ row: { text: string } }>();
    expect(view.row.text).toBe(
      '身份证〔身份证号1〕，银行卡〔银行卡号2〕，法定代表人：〔姓名3〕，开户名〔姓名4〕，〔姓名5〕来过，找Mr. 〔姓名6〕，住建设路12号院〔住址7〕，车牌〔车牌号8〕，护照〔证件号9〕',
    );
    const all = await dump();
    const clear = ['1011234', '567890123', '李四', '张三丰', '陈师傅', 'John', '501室', 'K12345', 'E12345678'];
    expect(clear.filter((piece) => all.includes(piece))).toEqual([]);
    expect((await at({}, 'POST', '/api/counter/appeals', appeal)).statusCode, 'sent again').toBe(201);
  });

  test('in a reply, an evaluation, what a clerk writes down, and the words of a unit too, which whoever is meant reads in full', async () => {
    const { id, number, appeal } = await assigned();
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    await does(pool, staff.desk, id, 'inquire', { text: '请补充路段，或拨打 0374-2961234' }, later());
    const reply = { id: uuidv7(clock.now()), kind: 'reply', given: { text: `东门，找我爱人 ${OTHER_PHONE}` } };
    const replied = await at(browser, 'POST', `/api/counter/appeals/${id}/acts`, reply);
    expect(replied.statusCode, replied.body).toBe(200);
    expect((await at(browser, 'POST', `/api/counter/appeals/${id}/acts`, reply)).statusCode, 'again').toBe(200);
    await does(pool, staff.desk, id, 'inquire', { text: '几点？' }, later());
    await does(pool, staff.office, id, 'reply', { text: `来电 ${PHONE}：早上` }, later());
    const { body } = await desk(staff.desk, 'GET', `/api/matters/${id}`);
    for (const words of ['东门，找我爱人 〔电话1〕', '来电 〔电话1〕：早上', '或拨打 〔电话1〕'])
      expect(body).toContain(words);
    expect((await show(staff.desk, id)).json<{ pieces: object[] }>().pieces).toMatchObject([
      { mark: '〔姓名1〕', text: '石莲锦' },
      { mark: '〔身份证号2〕', text: IDENTITY },
      { mark: '〔电话3〕', text: OTHER_PHONE },
      { mark: '〔邮箱4〕', text: MAIL },
      { mark: '〔电话1〕', text: '0374-2961234' },
      { act: reply.id, mark: '〔电话1〕', text: OTHER_PHONE },
      { mark: '〔电话1〕', text: PHONE },
    ]);
    const result = `已修好，修理工电话 ${OTHER_PHONE}，找他签字`;
    await does(pool, staff.desk, id, 'propose', { result: `${result}即可` }, later());
    // The head gives the draft as the page has it: with its marks.
    const drafted = (await desk(staff.head, 'GET', `/api/matters/${id}`)).json<MatterView>().raised!.draft!.result;
    expect(drafted).toContain('〔电话1〕');
    await does(pool, staff.head, id, 'answer', { result: drafted, withoutCo: '不涉及' }, later());
    const theirs = (await at(browser, 'GET', `/api/counter/appeals/${id}`)).json<{
      said: { kind: string; text: string }[];
    }>();
    const said = (kind: string) => theirs.said.filter((one) => one.kind === kind).map(({ text }) => text);
    expect([said('inquire')[0], said('answer')]).toEqual(['请补充路段，或拨打 0374-2961234', [`${result}即可`]]);
    const all = await dump();
    expect([OTHER_PHONE, '0374-2961234'].filter((piece) => all.includes(piece))).toEqual([]);
    expect(await verify()).toMatchObject({ fault: null });
  });

  test('a name that the unit knows by its mark alone is read by whoever is called so', async () => {
    const { id, number, appeal } = await assigned();
    await does(pool, staff.desk, id, 'inquire', { text: '〔姓名1〕您好，〔电话3〕打不通，石莲锦是本人吗？' }, later());
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const read = await at(browser, 'GET', `/api/counter/appeals/${id}`);
    expect(read.json<{ said: { kind: string; text: string }[] }>().said).toContainEqual(
      expect.objectContaining({ kind: 'inquire', text: `石莲锦您好，${OTHER_PHONE}打不通，石莲锦是本人吗？` }),
    );
    expect((await desk(staff.desk, 'GET', `/api/matters/${id}`)).body).not.toContain('石莲锦');
  });

  test('of a call taken by a clerk who does not know the caller, kept with the matter', async () => {
    const id = uuidv7(clock.now());
    const given = { text: `来电人石莲锦反映停水，回电 ${OTHER_PHONE}` };
    const done = await desk(staff.office, 'POST', '/api/matters', { id, mechanism: 'appeal', given });
    expect(done.statusCode, done.body).toBe(200);
    expect((await desk(staff.office, 'POST', '/api/matters', { id, mechanism: 'appeal', given })).statusCode).toBe(200);
    const all = await dump();
    expect(PERSONAL.filter((piece) => all.includes(piece))).toEqual([]);
    expect((await show(staff.office, id)).json()).toMatchObject({
      contacts: [],
      pieces: [{ text: OTHER_PHONE }, { text: '石莲锦' }].toReversed(),
    });
  });

  test('in the answer to several: whom it is sealed for reads it in full, whoever was joined one plain word', async () => {
    const host = await assigned();
    const other = ask();
    const { number } = (await at({}, 'POST', '/api/counter/appeals', other)).json<{ number: string }>();
    await does(pool, staff.office, other.id, 'join', { into: host.number }, later());
    const result = `已修好，请找业主石莲锦，电话 ${OTHER_PHONE}`;
    await does(pool, staff.desk, host.id, 'promise', { text: `先打 ${OTHER_PHONE}`, due: '2026-03-20' }, later());
    await does(pool, staff.head, host.id, 'answer', { result, withoutCo: '不涉及' }, later());
    const says = async (of: { number: string; id: Uuid; pass: string }, language = 'zh') => {
      const browser: Browser = {};
      await at(browser, 'POST', '/api/counter/session', { number: of.number, pass: of.pass });
      browser.cookie += `; lang=${language}`;
      const read = await at(browser, 'GET', `/api/counter/appeals/${of.id}`);
      return read.json<{ said: { kind: string; text: string }[] }>().said.filter(({ kind }) => kind !== 'register');
    };
    const theirs = { number: host.number, id: host.id, pass: host.appeal.by.pass };
    expect(await says(theirs)).toMatchObject([{ text: `先打 ${OTHER_PHONE}` }, { text: result }]);
    const joined = { number, id: other.id, pass: other.by.pass };
    expect(await says(joined)).toMatchObject([
      { kind: 'join' },
      { text: '先打 〔已隐去〕' },
      { text: '已修好，请找业主〔已隐去〕，电话 〔已隐去〕' },
    ]);
    expect((await says(joined, 'en'))[1]).toMatchObject({ text: '先打 [hidden]' });
  });

  test('in passing, in whatever is said of it later; sent again it is known, and it is looked for before it is published', async () => {
    const { id } = await assigned();
    const note = { id: uuidv7(later()), kind: 'report', given: { text: '石莲锦说路还断着，办公室 0374-2965123' } };
    const acts = `/api/matters/${id}/acts`;
    expect((await desk(staff.desk, 'POST', acts, note)).statusCode).toBe(200);
    expect((await desk(staff.desk, 'GET', `/api/matters/${id}`)).body).toContain('〔姓名1〕说路还断着');
    await does(pool, staff.desk, id, 'report', { text: '已请石莲锦带上合同' }, later());
    expect((await desk(staff.desk, 'POST', acts, note)).statusCode, 'sent again').toBe(200);
    const other = await desk(staff.desk, 'POST', acts, {
      ...note,
      given: { text: '石莲美说路还断着，办公室 0374-2965123' },
    });
    expect(codeOf(other), 'another under its id').toBe('matter.act-id-reused');
    const listed = { id: uuidv7(later()), kind: 'list', given: { title: '石莲锦家门口道路不通', until: '2026-03-27' } };
    const refused = await desk(staff.office, 'POST', acts, listed);
    expect(codeOf(refused), 'nor is it put on the public list').toBe('matter.public-has-personal');
    expect((await dump()).includes('石莲锦')).toBe(false);
    expect(await verify()).toMatchObject({ fault: null });
  });

  test('the enterprise that raised it is published by its name only where that was confirmed', async () => {
    const { id, number, appeal } = await assigned({
      ...ask({ enterprise: CODE, kind: 'enterprise' }),
      text: '门口断路三天',
    });
    await does(pool, staff.head, id, 'answer', { result: '已修通', withoutCo: '不涉及' }, later());
    const browser: Browser = {};
    await at(browser, 'POST', '/api/counter/session', { number, pass: appeal.by.pass });
    const given = { stars: 5, solved: true, satisfied: true, consents: true };
    const judged = { id: uuidv7(later()), kind: 'evaluate', given };
    const answer = await at(browser, 'POST', `/api/counter/appeals/${id}/acts`, judged);
    expect(answer.statusCode, answer.body).toBe(200);
    const publish = async (confirmed: string[]) =>
      desk(staff.office, 'POST', `/api/matters/${id}/acts`, {
        id: uuidv7(later()),
        kind: 'publish',
        given: { question: '莲城市莲锦电力设备门口断路怎么办', answer: '已修通', confirmed },
      });
    expect((await publish([])).json()).toMatchObject({
      code: 'matter.personal-data-left',
      params: { found: ['莲城市莲锦电力设备'] },
    });
    expect((await publish(['莲城市莲锦电力设备'])).statusCode).toBe(200);
  });

  test('of whoever the units are not to know: the office’s words are masked, a unit’s guess is not told to be right', async () => {
    const named = { enterprise: CODE, kind: 'enterprise' };
    const { id } = await assigned({
      ...ask(named),
      text: '莲城市莲锦电力设备有限公司门口断路，我叫石莲锦',
      unnamed: true,
    });
    await does(pool, staff.office, id, 'note', { text: '莲城市莲锦电力设备的石莲锦来电催问' }, later());
    await does(pool, staff.desk, id, 'report', { text: '是不是石莲锦？' }, later());
    const { body } = await desk(staff.desk, 'GET', `/api/matters/${id}`);
    expect(body).toContain('〔企业名称1〕门口断路，我叫〔姓名2〕');
    expect(body).toContain('〔企业名称1〕的〔姓名2〕来电催问');
    expect(body).toContain('是不是石莲锦？');
  });
});
