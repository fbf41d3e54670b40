import { randomInt } from 'node:crypto';
import { creditCheckDigit } from '../../src/directory/enterprises/credit-code.rules.ts';
import type { EnterprisePage } from '../../src/directory/enterprises/enterprise.contract.ts';
import type { Browser, Locator } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { inScheme, matterOf, pageOf, read, send } from './scene.ts';

// What a clerk takes down for somebody: on the phone with both hands at the keyboard, and on a phone of their own.

/** A call must not take longer. */
const MINUTES_MS = 120_000;

test('a call is taken by keyboard alone, number and code are read out, and the caller follows it by them', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<EnterprisePage>(office, '/api/enterprises?limit=60');
  const enterprise = rows[randomInt(1, rows.length)]!;
  const phone = `137${String(randomInt(1e8)).padStart(8, '0')}`;
  const text = `厂区夜里停水，第 ${randomInt(1e6)} 次来电`;
  const { keyboard } = office;
  const combobox = (name: string) => office.getByRole('combobox', { name });
  /** What was chosen is taken and its list gone: until then the focus is called back to it. */
  const closed = (name: string) => expect(combobox(name)).toHaveAttribute('aria-expanded', 'false');
  /** On by the tabulator: a choice that was made has its sign of taking it back on the way. */
  const tabTo = async (target: Locator) => {
    for (let n = 0; n < 3; n++) {
      await keyboard.press('Tab');
      if (await target.evaluate((one) => one === document.activeElement)) return;
    }
    await expect(target).toBeFocused();
  };
  await office.goto('/');
  await expect(office.locator('main')).toBeVisible();
  const from = Date.now();
  await keyboard.press('Control+k');
  await expect(office.getByRole('dialog', { name: '命令面板' }).getByRole('combobox')).toBeFocused();
  await keyboard.type('登记：企业诉求');
  await expect(office.getByRole('option', { name: '登记：企业诉求', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keyboard.press('Enter');
  await expect(office.getByLabel('要办的事')).toBeFocused();
  await keyboard.type(text);
  await tabTo(combobox('机制'));
  await tabTo(combobox('从哪里来'));
  await keyboard.type('电话');
  await expect(office.getByTitle('电话', { exact: true }).first()).toBeVisible();
  await keyboard.press('Enter');
  await closed('从哪里来');
  await tabTo(office.getByRole('radio', { name: '企业' }));
  await tabTo(combobox('哪家企业'));
  await keyboard.type(enterprise.name.slice(2));
  await expect(office.getByTitle(`${enterprise.name} ${enterprise.code}`).first()).toBeVisible();
  await keyboard.press('Enter');
  await closed('哪家企业');
  await tabTo(office.getByLabel('联系方式'));
  await keyboard.type(phone);
  await tabTo(office.getByLabel('地点'));
  await keyboard.type('清河县工业路 8 号');
  await keyboard.press('Control+Enter');
  await expect(office.getByRole('heading', { name: '已登记，请读给对方听' })).toBeFocused();
  expect(Date.now() - from).toBeLessThan(MINUTES_MS);
  const [number, pass] = await office.locator('main dd').allInnerTexts();
  expect(await wrongOn(office)).toEqual([]);

  await office.getByRole('link', { name: '打开这件事项' }).click();
  await expect(office.getByRole('heading', { name: text, level: 1 })).toBeVisible();
  const { row, raised } = await matterOf(office, office.url().split('/').at(-1)!);
  expect(row.number).toBe(number);
  expect(raised).toMatchObject({ channel: { zh: '电话' }, place: { text: '清河县工业路 8 号' } });
  expect(raised?.originators).toHaveLength(1);

  const caller = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await caller.goto('/appeal/follow');
  await caller.getByLabel('编号', { exact: true }).fill(number!);
  await caller.getByLabel('查询码').fill(pass!);
  await caller.getByRole('button', { name: '查看' }).click();
  await expect(caller.getByText(text).first()).toBeVisible();

  // The next call begins with what the last one was.
  await office.goto('/matters/new?mechanism=appeal&channel=phone');
  await expect(office.getByLabel('要办的事')).toHaveValue('');
  await expect(office.getByLabel('联系方式')).toHaveValue('');
});

test('a credit code that is typed is kept when its field is left, and what is neither a code nor an enterprise is not registered', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<EnterprisePage>(office, '/api/enterprises?limit=60');
  const enterprise = rows[randomInt(1, rows.length)]!;
  const first = `91410300MA${String(randomInt(1e7)).padStart(7, '0')}`;
  const unlisted = `${first}${creditCheckDigit(first)!}`;
  const mistyped = `${first}${creditCheckDigit(first) === '0' ? '1' : '0'}`;
  await office.goto('/matters/new?mechanism=appeal&channel=phone');
  const form = office.getByRole('form', { name: '登记事项' });
  const which = form.getByRole('combobox', { name: '哪家企业' });
  const contact = form.getByLabel('联系方式');
  const send = form.getByRole('button', { name: '登记', exact: true });
  await form.getByLabel('要办的事').fill(`厂区停电，第 ${randomInt(1e6)} 次来电`);

  await which.fill(mistyped);
  await expect(form.getByText(`“${mistyped}”不是完整无误的统一社会信用代码`)).toBeVisible();
  await contact.click();
  await expect(which).toHaveValue(mistyped);
  await send.click();
  await expect(form.getByText(/最后一位与前 17 位不相符/u)).toBeVisible();
  await expect(office.getByRole('heading', { name: '已登记，请读给对方听' })).toHaveCount(0);
  await which.fill('某家说不清的企业');
  await contact.click();
  await send.click();
  await expect(form.getByText('“某家说不清的企业”不是名录里选定的企业')).toBeVisible();

  await which.fill(enterprise.code.toLowerCase());
  await contact.click();
  await expect(which).toHaveValue(`${enterprise.name} ${enterprise.code}`);
  await which.fill(unlisted);
  await contact.click();
  await expect(form.getByText(`名录里没有信用代码 ${unlisted}`)).toBeVisible();
  await expect(which).toHaveValue(unlisted);
  const sent = office.waitForRequest((one) => one.url().endsWith('/api/matters/on-behalf'));
  await send.click();
  expect((await sent).postDataJSON()).toMatchObject({ by: { enterprise: null, code: unlisted } });
  await expect(office.getByRole('heading', { name: '已登记，请读给对方听' })).toBeVisible();
});

test('on a phone somebody unknown is taken down a question at a time, and a contact that is none is said at its question', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  await office.goto('/matters/new?mechanism=appeal&channel=visit');
  const form = office.getByRole('form', { name: '登记事项' });
  const next = form.getByRole('button', { name: '下一问' });
  const text = `门口路灯不亮，第 ${randomInt(1e6)} 位来访，电话 138 1234 5678`;
  await form.getByLabel('要办的事').fill(text);
  await next.click();
  await form.getByRole('radio', { name: '个人' }).check();
  await next.click();
  await form.getByRole('button', { name: '用上文的 13812345678' }).click();
  await expect(form.getByLabel('联系方式')).toHaveValue('13812345678');
  await form.getByLabel('联系方式').fill('12');
  await next.click();
  await expect(form.getByText('第 4 问，共 4 问')).toBeVisible();
  await next.click();
  // What is seldom asked waits behind one line, and each of it leads back here.
  await form.getByText(/^更多 \d+ 项/u).click();
  await form.getByRole('button', { name: '修改：不让承办单位知道是谁提的' }).click();
  await form.getByLabel('不让承办单位知道是谁提的').check();
  await form.getByRole('button', { name: '好了' }).click();
  await expect(form.getByText('请核对')).toBeVisible();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form.getByText(/联系方式有误/u).first()).toBeVisible();
  await expect(form.getByLabel('联系方式')).toHaveValue('12');
  await form.getByLabel('联系方式').fill('');
  // What was refused stands there no more, nor is the refusal said of anything else.
  await expect(form.getByText(/联系方式有误/u)).toHaveCount(0);
  while (await next.isVisible()) await next.click();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(office.getByRole('heading', { name: '已登记，请读给对方听' })).toBeVisible();
  const sideways = await office.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
});

test('a station takes down on a phone what a visitor says, reads out number and code, and can open no more of it', async ({
  browser,
}) => {
  const station = await pageOf(browser, 'tiaojie', { viewport: { width: 390, height: 844 } });
  await station.goto('/');
  await station.getByRole('link', { name: '登记事项' }).click();
  const form = station.getByRole('form', { name: '登记事项' });
  const next = form.getByRole('button', { name: '下一问' });
  const text = `园区东门积水，第 ${randomInt(1e6)} 位来访`;
  await form.getByLabel('要办的事').fill(text);
  await next.click();
  await form.getByRole('combobox', { name: '从哪里来' }).click();
  await station.getByTitle('服务站', { exact: true }).click();
  await next.click();
  await form.getByRole('radio', { name: '个人' }).check();
  await next.click();
  await form.getByLabel('联系方式').fill(`136${String(randomInt(1e8)).padStart(8, '0')}`);
  while (await next.isVisible()) await next.click();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(station.getByRole('heading', { name: '已登记，请读给对方听' })).toBeVisible();
  await expect(station.getByText(/由督查室分类、转办/u)).toBeVisible();
  await expect(station.getByRole('link', { name: '打开这件事项' })).toHaveCount(0);
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(station, scheme);
    expect(await wrongOn(station), scheme).toEqual([]);
  }
  const [number, pass] = await station.locator('main dd').allInnerTexts();

  const office = await pageOf(browser, 'ducha');
  const found = await read<MatterPage>(office, `/api/matters?scope=all&q=${encodeURIComponent(text)}`);
  const row = found.rows.find((one) => one.number === number)!;
  expect(row.phase).toBe('open');
  await station.goto(`/matters/${row.id}`);
  await expect(station.getByRole('heading', { name: text })).toHaveCount(0);
  await expect(station.locator('main')).not.toContainText(text);

  const visitor = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await visitor.goto('/appeal/follow');
  await visitor.getByLabel('编号', { exact: true }).fill(number!);
  await visitor.getByLabel('查询码').fill(pass!);
  await visitor.getByRole('button', { name: '查看' }).click();
  await expect(visitor.getByText(text).first()).toBeVisible();
});

test('an overseer finds an enterprise by its initials and opens what it has raised; a unit is offered no way there', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  const { rows } = await read<EnterprisePage>(office, '/api/enterprises?limit=60');
  const enterprise = rows[randomInt(1, rows.length)]!;
  const id = uuidv7(new Date());
  const text = `厂房漏雨，第 ${randomInt(1e6)} 次说`;
  const by = { id: uuidv7(new Date()), kind: 'enterprise', enterprise: enterprise.id };
  await send(office, '/api/matters/on-behalf', { id, mechanism: 'appeal', given: { text, channel: 'visit' }, by });
  await office.goto('/');
  await office.getByRole('link', { name: '企业', exact: true }).click();
  await expect(office.getByRole('heading', { name: '企业', level: 1 })).toBeVisible();
  await office.getByRole('searchbox').last().fill(enterprise.name.slice(3));
  await office.getByRole('link', { name: enterprise.name }).click();
  await expect(office.getByRole('heading', { name: enterprise.name, level: 1 })).toBeVisible();
  await expect(office.getByText(enterprise.code)).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(office, scheme);
    expect(await wrongOn(office), scheme).toEqual([]);
  }
  await office.getByRole('link', { name: text }).click();
  await expect(office.getByRole('heading', { name: text, level: 1 })).toBeVisible();
  await expect(office.getByLabel('诉求', { exact: true }).getByText(enterprise.code)).toBeVisible();
  await office.getByLabel('诉求', { exact: true }).getByRole('link', { name: enterprise.name }).click();
  await expect(office.getByRole('heading', { name: enterprise.name, level: 1 })).toBeVisible();
  const unit = await pageOf(browser, 'fagai');
  await unit.goto('/');
  await expect(unit.getByRole('link', { name: '企业', exact: true })).toHaveCount(0);
});

test('on a phone somebody adds where they are, which the desk can copy', async ({ browser }) => {
  const owner = await pageAt(browser, { longitude: 113.852, latitude: 34.0357 });
  await owner.goto('/appeal/new');
  const text = `路口积水，第 ${randomInt(1e6)} 次`;
  await owner.getByLabel('诉求内容').fill(text);
  await owner.getByRole('button', { name: '附上我现在的位置' }).click();
  await expect(owner.getByText(/已附上现在的位置，误差约 \d+ 米/u)).toBeVisible();
  await owner.getByRole('button', { name: '下一步' }).click();
  await owner.getByRole('button', { name: '提交' }).click();
  await expect(owner.getByRole('heading', { name: '已经收到' })).toBeVisible();
  const office = await pageOf(browser, 'ducha');
  const found = await read<MatterPage>(office, `/api/matters?q=${encodeURIComponent(text)}`);
  await office.goto(`/matters/${found.rows[0]!.id}`);
  await expect(office.getByText('经度, 纬度：113.852, 34.0357（WGS 84）')).toBeVisible();
  await expect(office.getByRole('button', { name: '复制坐标 113.852, 34.0357' })).toBeVisible();
});

const pageAt = async (browser: Browser, geolocation: { longitude: number; latitude: number }) => {
  const viewport = { width: 390, height: 844 };
  return (await browser.newContext({ viewport, geolocation, permissions: ['geolocation'] })).newPage();
};
