import { dayOf } from '../../src/kernel/index.ts';
import { expect, signIn, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { SIZES } from './day.ts';
import { act, evidence, faultsOf, inScheme, matterOf, pageOf, read } from './scene.ts';
import type { WorksView } from '../../src/matters/works/works.contract.ts';

// What is built: a day of somebody on a site with a phone and no line, and of the office that inspects and reads the sums.

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNgGAWjYBSMAggAAAQIAAHZB9b1AAAAAElFTkSuQmCC';
type Row = WorksView['rows'][number];
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
/** The line is cut; what it says of that in the console is no fault of the page. */
const isLine = (fault: string) => /ERR_INTERNET_DISCONNECTED|Failed to load resource/u.test(fault);

test('a day on a site without a line: two readings with photographs are kept, outlive the tab, and are there once', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await pageOf(browser, 'donghu', {
    ...SIZES.phone,
    geolocation: { longitude: 113.2, latitude: 33.5, accuracy: 7 },
    permissions: ['geolocation'],
  });
  const faults = faultsOf(phone);
  const works = await read<WorksView>(phone, '/api/works');
  const mine = works.rows.filter(({ may, targets }) => may.measure && targets.rows.every(({ standing }) => standing));
  const [first, second] = [mine[0]!, mine[1]!];
  const before = first.targets.rows[0]!;
  await phone.goto('/works');
  await expect(phone.getByRole('heading', { name: '项目现场' })).toBeVisible();
  await expect(phone.getByRole('list', { name: '现场列表' }).getByRole('button')).toHaveCount(62);
  await expect(phone.getByRole('row', { name: /全部/u })).toContainText('861.47 亩');
  // Whoever measures finds their own sites first, and above the sums of the city.
  const nearest = phone.getByRole('list', { name: '现场列表' }).getByRole('button').first();
  await expect(nearest).toContainText('东湖区');
  await expect(nearest).toBeInViewport();
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-phone-${colorScheme}.png`);
  }
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await phone.context().setOffline(true);
  const measure = async (row: Row, value: string, { reason = '', away = false, less = '' } = {}) => {
    await phone.getByRole('button', { name: row.text }).click();
    await phone.getByRole('button', { name: '填报读数' }).click();
    const form = phone.getByRole('form', { name: /填报读数/u });
    await form.getByLabel('目标').selectOption({ index: 1 });
    if (less) {
      // What wants a reason is asked for it as soon as it stands there, and not kept without: in the evening nobody would know.
      await form.getByLabel('累计完成').fill(less);
      await form.getByLabel('现场照片').setInputFiles(photo(`${row.text}.png`));
      await expect(form.getByLabel('原因')).toHaveAccessibleDescription(
        /^读数 0\.001 .*，少于上次的 .*，请写明原因。$/u,
      );
      await form.getByRole('button', { name: /保存并发送/u }).click();
      await expect(form.getByLabel('原因')).toHaveAttribute('aria-invalid', 'true');
      expect(await wrongOn(phone, { within: 'form' })).toEqual([]);
      await glimpse(phone, 'test-results/works-odd.png');
    }
    await form.getByLabel('累计完成').fill(value);
    await expect(form.getByText(/，少于上次的 /u)).toHaveCount(0);
    if (away) {
      await form.getByRole('button', { name: '取当前位置' }).click();
      await expect(form.getByText('已取位置，误差约 7 米')).toBeVisible();
      await expect(form.getByText(/离项目位置 [\d.]+ 公里，请在下面写明原因/u)).toBeVisible();
      const paper = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('字') };
      await form.getByLabel('现场照片').setInputFiles(paper);
      await expect(form.getByText('这些不是图片，没有加上：说明.txt')).toBeVisible();
    }
    if (reason) await form.getByLabel('原因').fill(reason);
    if (!less) await form.getByLabel('现场照片').setInputFiles(photo(`${row.text}.png`));
    await expect(form.getByRole('img')).toHaveCount(1);
    await glimpse(phone, 'test-results/works-form.png');
    await form.getByRole('button', { name: /保存并发送/u }).click();
  };
  const value = String(Math.round(Number(before.readings.at(-1)!.value) * 1e4 + 100) / 1e4);
  // Taken far from the site, it says why, or is not kept; what is no picture is left out.
  await measure(first, value, { reason: '现场复测', away: true });
  await expect(phone.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  await phone.getByRole('button', { name: '返回列表' }).click();
  // Less than what somebody else read meanwhile, and no reason: nobody here can know that it will be refused.
  const known = Number(second.targets.rows[0]!.readings.at(-1)!.value);
  const [lower, higher] = [100, 200].map((more) => String(Math.round(known * 1e4 + more) / 1e4)) as [string, string];
  const desk = await pageOf(browser, 'donghu');
  const files = [await evidence(desk, '复测.png', photo('').buffer)];
  const { target } = second.targets.rows[0]!;
  await act(desk, second.id, 'measure', { target, value: higher, on: dayOf(new Date()), reason: '复测', files });
  await measure(second, lower, { less: '0.001' });
  await expect(phone.getByRole('heading', { name: '待发 2 条' })).toBeVisible();
  await glimpse(phone, 'test-results/works-outbox.png');
  const context = phone.context();
  await phone.close();
  await context.setOffline(false);

  const again = await context.newPage();
  const later = faultsOf(again);
  await again.goto('/works');
  // The first is sent; the second is a case for whoever took it.
  await expect(again.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  await expect(again.getByRole('alert')).toContainText('请写明原因');
  const after = await matterOf(again, first.id);
  const readings = after.targets!.rows[0]!.readings.filter((one) => one.reason === '现场复测');
  expect(readings).toMatchObject([{ value, files: 1, position: { accuracy: 7 } }]);
  expect(readings[0]!.away).toBeGreaterThan(30_000);
  await expect
    .poll(async () => (await matterOf(again, first.id)).files.filter(({ name }) => name === `${first.text}.png`).length)
    .toBe(1);

  await again.getByRole('button', { name: '改好再发' }).click();
  const form = again.getByRole('form', { name: /填报读数/u });
  await expect(form.getByLabel('累计完成')).toHaveValue(lower);
  await expect(form.getByLabel('原因')).toHaveAccessibleDescription(/，比上次的 .* 少。请写明原因/u);
  await form.getByLabel('原因').fill('台账录错，按实测更正');
  await form.getByRole('button', { name: /保存并发送/u }).click();
  await expect(again.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  const mended = (await matterOf(again, second.id)).targets!.rows[0]!.readings.filter(({ value: is }) => is === lower);
  expect(mended).toMatchObject([{ odd: 'back', reason: '台账录错，按实测更正', files: 1 }]);
  expect([...faults, ...later].filter((fault) => !isLine(fault))).toEqual([]);
});

test('a number that is none is refused on the site before it is kept; what the server would not have says why, and is given up only when asked', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await pageOf(browser, 'donghu', SIZES.phone);
  const { rows } = await read<WorksView>(phone, '/api/works');
  const row = rows.find(({ may, targets }) => may.measure && targets.rows.length)!;
  await phone.goto('/works');
  await phone.getByRole('button', { name: row.text }).click();
  await phone.getByRole('button', { name: '填报读数' }).click();
  const form = phone.getByRole('form', { name: /填报读数/u });
  await form.getByLabel('目标').selectOption({ index: 1 });
  await form.getByLabel('现场照片').setInputFiles(photo('数.png'));
  const value = form.getByLabel('累计完成');
  await phone.context().setOffline(true);
  for (const [typed, why] of [
    ['三亩', '“三亩”不是数字。请只写数字，不带单位'],
    ['-3', '“-3”是负数'],
    ['1e5', '“1e5”不是数字'],
    ['1.23456789', '“1.23456789”的小数位数太多。最多写六位小数'],
  ] as const) {
    await value.fill(typed);
    await form.getByRole('button', { name: /保存并发送/u }).click();
    await expect(value).toHaveAccessibleDescription(new RegExp(`^${why}`, 'u'));
  }
  await glimpse(phone, 'test-results/works-number.png');
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  await value.fill('0.001');
  await form.getByLabel('原因').fill('复测');
  await form.getByRole('button', { name: /保存并发送/u }).click();
  await expect(phone.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  // As an older page kept it: without looking at its number.
  await phone.evaluate(async () => {
    const open = indexedDB.open('huiyin-outbox', 1);
    await new Promise((done) => (open.onsuccess = done));
    const store = open.result.transaction('acts', 'readwrite').objectStore('acts');
    const all = store.getAll();
    await new Promise((done) => (all.onsuccess = done));
    const [act] = all.result;
    await new Promise((done) => (store.put({ ...act, given: { ...act.given, value: '三亩' } }).onsuccess = done));
    open.result.close();
  });
  await phone.context().setOffline(false);
  const waits = phone.getByRole('region', { name: '待发 1 条' });
  await expect(waits.getByRole('alert')).toContainText(/“累计完成”要写成数字：零或大于零，不带单位/u);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-refused-${colorScheme}.png`);
  }
  await waits.getByRole('button', { name: '改好再发' }).click();
  await expect(value).toHaveValue('三亩');
  await expect(value).toHaveAccessibleDescription(/要写成数字/u);
  await glimpse(phone, 'test-results/works-mend.png');
  await form.getByRole('button', { name: '取消' }).click();

  await waits.getByRole('button', { name: '不发了' }).click();
  const ask = waits.getByRole('form', { name: '这条填报读数不发了？' });
  await expect(ask).toContainText('照片 1 张只存在这台手机上');
  await glimpse(phone, 'test-results/works-give-up.png');
  await ask.getByRole('button', { name: '取消' }).click();
  await expect(waits.getByRole('button', { name: '改好再发' })).toBeVisible();
  await phone.reload();
  await expect(waits.getByRole('alert')).toBeVisible();
  await waits.getByRole('button', { name: '不发了' }).click();
  await ask.getByRole('button', { name: '确定不发，删掉' }).click();
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  await expect(phone.getByText('填报读数已删掉，没有发出')).toBeVisible();
});

test('a reading far above its target is asked about once more, with both numbers; it hides nobody in the sums, and its reason stands beside it', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await pageOf(browser, 'donghu', SIZES.phone);
  const { rows } = await read<WorksView>(phone, '/api/works');
  const row = rows.findLast(
    ({ may, targets: { rows: own } }) => may.measure && own.length === 1 && own.every(({ standing }) => standing),
  )!;
  const { value: last } = row.targets.rows[0]!.readings.at(-1)!;
  await phone.goto('/works');
  const all = phone.getByRole('row', { name: /全部/u });
  await expect(all).toContainText('861.47 亩');
  await phone.getByRole('button', { name: row.text }).click();
  const form = phone.getByRole('form', { name: /填报读数/u });
  const measure = async (value: string, reason: string) => {
    await phone.getByRole('button', { name: '填报读数' }).click();
    await form.getByLabel('累计完成').fill(value);
    await form.getByLabel('原因').fill(reason);
    await form.getByLabel('现场照片').setInputFiles(photo('复测.png'));
    await form.getByLabel('目标').selectOption({ index: 1 });
  };
  const keep = form.getByRole('button', { name: /保存并发送/u });
  await measure('99999999', '复测');
  const sure = form.getByRole('checkbox', { name: '核对过，数字和单位无误' });
  await expect(form).toContainText(/读数 99999999 .*，超过目标 .* 的十倍。请再核对数字和单位/u);
  await keep.click();
  await expect(sure).toHaveAccessibleDescription(/请补上“核对过，数字和单位无误”/u);
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-far-${colorScheme}.png`);
  }
  await sure.check();
  await keep.click();
  const target = phone.getByRole('region', { name: row.text }).getByRole('region').first();
  await expect(target.getByText(/^超出目标 .*原因：复测$/u)).toBeVisible();
  await inScheme(phone, 'light');
  await glimpse(phone, 'test-results/works-over-site.png');
  await phone.getByRole('button', { name: '返回列表' }).click();
  await expect(all).toContainText(/另超出 \d/u);
  await expect(all).not.toContainText(/\d{4}\.?\d*%/u);
  const listed = phone.getByRole('list', { name: '现场列表' }).getByRole('button', { name: row.text });
  await expect(listed).toContainText('超出目标');
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(phone, colorScheme);
    expect.soft(await wrongOn(phone)).toEqual([]);
    await glimpse(phone, `test-results/works-over-${colorScheme}.png`);
  }
  await listed.click();
  await measure(last, '读数填错，改正');
  await expect(sure).toHaveCount(0);
  await keep.click();
  await expect(target.getByText(/^与前后读数不一致，原因：读数填错，改正$/u)).toBeVisible();
  await phone.getByRole('button', { name: '返回列表' }).click();
  await expect(all).toContainText('861.47 亩');
  await expect(all).not.toContainText('另超出');
});

test('pictures of a map that do not come leave the city’s outline in their place', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const map = await read<object>(office, '/api/map');
  await office.route('**/api/map', (route) =>
    route.fulfill({ json: { ...map, tiles: '/no-such-map/{z}/{x}/{y}.png' } }),
  );
  await office.route('**/no-such-map/**', (route) => route.abort());
  await office.goto('/works');
  const drawn = office.getByRole('figure').filter({ hasText: '按计划' }).locator('svg');
  await expect(drawn.getByText('东湖区')).toBeVisible();
  await expect(drawn.locator('image')).toHaveCount(0);
  await expect(drawn.locator('[data-is]')).toHaveCount(62);
});

test('opened without a line, the page shows the sites as they were read last, and takes a reading', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const phone = await pageOf(browser, 'chengguan', SIZES.phone);
  await phone.goto('/works');
  const sites = phone.getByRole('list', { name: '现场列表' }).getByRole('button');
  await expect(sites).toHaveCount(62);
  const kept = () =>
    phone.evaluate(async () =>
      Promise.all(
        ['/works', '/api/session', '/api/units', '/api/works', '/api/works/sums'].map((url) => caches.match(url)),
      ).then((all) => all.every(Boolean)),
    );
  await expect.poll(kept).toBe(true);
  const context = phone.context();
  const [row] = (await read<WorksView>(phone, '/api/works')).rows.filter(({ may }) => may.measure);
  await phone.close();
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto('/works');
  await expect(page.getByRole('list', { name: '现场列表' }).getByRole('button')).toHaveCount(62);
  await expect(page.getByRole('row', { name: /全部/u }), 'the sums too').toContainText('861.47 亩');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: row!.text }).click();
  await page.getByRole('button', { name: '填报读数' }).click();
  const form = page.getByRole('form', { name: /填报读数/u });
  await form.getByLabel('目标').selectOption({ index: 1 });
  await form.getByLabel('累计完成').fill(row!.targets.rows[0]!.quantity);
  await form.getByLabel('现场照片').setInputFiles(photo('完工.png'));
  await form.getByRole('button', { name: /保存并发送/u }).click();
  await expect(page.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await matterOf(page, row!.id)).targets!.rows[0]!.standing?.percent).toBe('100');
  await expect(page.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  // Whoever signs out leaves nothing that was read.
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await expect.poll(() => page.evaluate(() => caches.match('/api/works').then(Boolean))).toBe(false);
});

test('photographs chosen in a form outlive it; what waits for a line outlives its owner’s signing out, and nobody else sends it', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await pageOf(browser, 'qinghe', SIZES.phone);
  const { rows } = await read<WorksView>(phone, '/api/works');
  const row = rows.find(({ may }) => may.measure)!;
  await phone.goto('/works');
  const form = phone.getByRole('form', { name: /填报读数/u });
  await phone.getByRole('button', { name: row.text }).click();
  await phone.getByRole('button', { name: '填报读数' }).click();
  await form.getByLabel('现场照片').setInputFiles(photo('现场.png'));
  await expect(form.getByRole('img')).toHaveCount(1);
  await form.getByRole('button', { name: '取消' }).click();
  await phone.getByRole('button', { name: '填报读数' }).click();
  await expect(form.getByRole('img', { name: '现场.png' })).toBeVisible();
  await phone.reload();
  await phone.getByRole('button', { name: '填报读数' }).click();
  await expect(form.getByRole('img', { name: '现场.png' })).toBeVisible();

  // The server is away for acts alone, so that signing out still reaches it.
  const away = '**/api/matters/*/acts';
  await phone.route(away, (route) => route.abort());
  await form.getByLabel('目标').selectOption({ index: 1 });
  await form.getByLabel('累计完成').fill(row.targets.rows[0]!.quantity);
  await form.getByRole('button', { name: /保存并发送/u }).click();
  await expect(phone.getByRole('heading', { name: '待发 1 条' })).toBeVisible();
  await phone.goto('/me');
  await phone.getByRole('button', { name: '退出登录' }).click();
  const dialog = phone.getByRole('dialog', { name: '有 1 条现场记录还没有发出' });
  await expect(dialog).toContainText('也不会用别人的账号发出');
  expect.soft(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, 'test-results/works-leave.png');
  await dialog.getByRole('button', { name: '退出登录' }).click();
  await expect(phone).toHaveURL(/sign-in/u);
  await phone.unroute(away);

  await signIn(phone, 'donghu');
  await phone.goto('/works');
  await expect(phone.getByRole('list', { name: '现场列表' }).getByRole('button')).toHaveCount(62);
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
  expect((await matterOf(phone, row.id)).targets!.rows[0]!.standing?.percent ?? null).not.toBe('100');

  await signIn(phone, 'qinghe');
  await phone.goto('/works');
  await expect.poll(async () => (await matterOf(phone, row.id)).targets!.rows[0]!.standing?.percent).toBe('100');
  await expect(phone.getByRole('heading', { name: /待发/u })).toHaveCount(0);
});

// The last, as the sums of the others are those of the city as it began.
test('a project is registered by hand with what it promises, and stands on the map', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/matters/new');
  const form = office.getByRole('form', { name: '登记事项' });
  await form.getByLabel('机制').click();
  await office.getByTitle('重点项目').click();
  await form.getByLabel('要办的事').fill('东湖西岸绿道二期');
  await form.getByLabel('经纬度').fill('东经113度');
  await form.getByRole('button', { name: '加绿道' }).click();
  const promise = form.getByRole('group', { name: '绿道', exact: true });
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form.getByText('每项目标都要填数量和完成期限')).toBeVisible();
  await expect(form.getByText('请写成“经度, 纬度”')).toBeVisible();
  await form.getByLabel('经纬度').fill('113.62, 33.94');
  await promise.getByLabel('数量').fill('2500');
  await promise.getByLabel('单位').selectOption('米');
  await promise.getByLabel('完成期限').fill(`${new Date().getFullYear() + 1}-06-30`);
  await promise.getByLabel('完成期限').press('Tab');
  await glimpse(office, 'test-results/works-register.png');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(office).toHaveURL(/matters\/[0-9a-f]{8}-/u);
  const id = office.url().split('/').at(-1)!.split('?')[0]!;
  expect((await matterOf(office, id)).targets!.rows).toMatchObject([
    { target: 'greenway', quantity: '2.5', in: '公里' },
  ]);
  const [row] = (await read<WorksView>(office, '/api/works')).rows.filter((one) => one.id === id);
  expect(row?.place).toMatchObject({ longitude: 113.62, latitude: 33.94 });
});

test('what was found wanting stands on its site and is counted; the last ranking is shown as it was held, with what followed', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const faults = faultsOf(office);
  const works = await read<WorksView>(office, '/api/works');
  const site = works.rows.find(({ open, phase }) => open > 0 && phase === 'working')!;
  await office.goto('/works');
  const open = office.getByRole('list', { name: '现场列表' }).getByRole('button', { name: /下级事项 \d+ 件未销号/u });
  await expect(open).toHaveCount(works.rows.filter((row) => row.open > 0).length);
  await office.goto(`/matters/${site.id}`);
  const below = (await matterOf(office, site.id)).below.rows.filter(({ row }) => row.mechanism === 'defect');
  expect(below.length).toBeGreaterThan(0);
  await expect(office.getByRole('link', { name: below[0]!.row.text })).toBeVisible();

  await office.goto('/figures?mechanism=defect&by=unit');
  await expect(office.getByText('按期整改率').first()).toBeVisible();
  await office.goto('/figures/ranking?mechanism=project');
  await expect(office.getByText(/已于.*按期排名，这里是排名时的数/u)).toBeVisible();
  const last = office.getByRole('row', { name: /末位/u });
  await expect(last.getByRole('link', { name: /^表态/u })).toBeVisible();
  // A score is one number, on a phone too: 42.67 stood on two lines there.
  await office.setViewportSize({ width: 390, height: 844 });
  await expect(last.getByText(/^\d+\.\d\d$/u)).toHaveCSS('white-space', 'nowrap');
  expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await glimpse(office, 'test-results/works-ranking.png');
  await office.getByRole('link', { name: '看现在的数' }).click();
  await expect(office.getByText(/这里是现在的数/u)).toBeVisible();
  await last.getByRole('link', { name: /^表态/u }).click();
  await expect(office.getByText(/重点项目进度在 \d+ 个单位中排第 \d+/u).first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('on a phone, in English, no heading of the sums breaks within a word, and none is out of sight', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'ducha', SIZES.phone);
  await page.goto('/works');
  await page.evaluate(() => localStorage.setItem('huiyin.language', 'en'));
  await page.reload();
  const heads = page.getByRole('columnheader');
  await expect(heads.first()).toHaveText('Category');
  const broken = await heads.evaluateAll((all) =>
    all.flatMap((head) => {
      const text = head.firstChild!;
      return [...text.textContent!.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1 || range.getBoundingClientRect().right > innerWidth ? [word] : [];
      });
    }),
  );
  expect(broken).toEqual([]);
  await page.screenshot({ path: 'test-results/works-phone-en.png' });
});
