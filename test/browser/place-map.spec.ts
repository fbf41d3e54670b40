import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { pageOf } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' };

test('an owner on a phone points at the place on the map; the owner and the office see it there', async ({
  browser,
}) => {
  const context = await browser.newContext(PHONE);
  const phone = await context.newPage();
  const loaded: string[] = [];
  phone.on('response', (answer) => loaded.push(answer.url()));
  await phone.goto('/appeal/new');
  await phone.getByLabel('诉求内容').fill('纬三路口地下管沟的盖板翘起来，叉车轮子卡住了两回');
  expect(loaded.filter((url) => /MapPick|counter\/map/u.test(url))).toEqual([]);
  await phone.getByRole('button', { name: '在地图上指' }).tap();
  const map = phone.getByRole('application', { name: /市域图/u });
  await map.tap({ position: { x: 180, y: 150 } });
  await expect(phone.getByText(/已附上地图上指的位置，误差约 \d+ 米/u)).toBeVisible();
  const metres = async () => Number(/约 (\d+) 米/u.exec(await phone.getByText(/误差约/u).innerText())![1]);
  const before = await metres();
  await phone.getByRole('button', { name: '放大' }).tap();
  await phone.getByRole('button', { name: '放大' }).tap();
  await map.tap({ position: { x: 170, y: 160 } });
  await expect.poll(metres).toBeLessThan(before / 3);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  expect(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, 'test-results/place-map-phone.png');
  await phone.getByRole('button', { name: '下一步' }).tap();
  await phone.getByLabel('个人').check();
  await phone.getByRole('button', { name: '提交', exact: true }).tap();
  const number = await phone.getByText(/^诉求〔/u).innerText();
  const pass = (await phone.locator('dd').nth(1).innerText()).replace(/\s/gu, '');
  await phone.getByRole('link', { name: '查询办理情况' }).first().tap();
  await phone.getByLabel('编号', { exact: true }).fill(number);
  await phone.getByLabel('查询码').fill(pass);
  await phone.getByRole('button', { name: /查/u }).tap();
  await expect(phone.getByRole('img', { name: '市域图，标出了地点' })).toBeVisible();
  await context.close();

  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?q=管沟的盖板');
  await office.getByRole('link', { name: /管沟的盖板翘起来/u }).click();
  await expect(office.getByText(/经度, 纬度：113\./u)).toBeVisible();
  await expect(office.getByRole('img', { name: '市域图，标出了地点' })).toBeVisible();
  await glimpse(office, 'test-results/place-map-desk.png');
});

test('a clerk on the telephone points at the place, by the keys alone', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/matters/new?mechanism=appeal');
  await office.getByRole('button', { name: '在地图上指' }).click();
  const map = office.getByRole('application', { name: /市域图/u });
  await map.focus();
  await office.keyboard.press('ArrowRight');
  await expect(office.getByText(/经度, 纬度：113\.\d+, 33\.\d+/u)).toBeVisible();
  const before = await office.getByText(/经度, 纬度/u).innerText();
  await office.keyboard.press('ArrowUp');
  await expect(office.getByText(/经度, 纬度/u)).not.toHaveText(before);
  expect(await wrongOn(office)).toEqual([]);
  await glimpse(office, 'test-results/place-map-behalf.png');
});
