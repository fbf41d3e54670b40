import type { Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { Lessons } from '../../src/intake/suggestions/suggest.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { act, faultsOf, inScheme, pageOf, read, send } from './scene.ts';

const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  '0501': ['老板拖欠工资三个月', '讨薪无门，包工头跑了', '没发工钱，工资被拖欠'],
  '060101': ['工地夜间施工噪音扰民', '打桩机轰鸣，整夜睡不着', '渣土车半夜施工，噪音不断'],
};
const PLACES = ['东街', '西街', '文峰路', '建安大道', '学校后门', '河堤上'];

/** Appeals that were classified and struck off: what a city learns from. */
async function closedOnes(office: Page, code: string, count: number): Promise<void> {
  const sayings = SAYINGS[code]!;
  await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const id = uuidv7(new Date());
      const text = `${PLACES[n % PLACES.length]}${n + 1}号：${sayings[n % 3]}，${sayings[(n + 1) % 3]}，盼解决。`;
      await send(office, '/api/matters', { id, mechanism: 'appeal', given: { text } });
      await act(office, id, 'classify', { category: code });
      await act(office, id, 'close', { note: '电话核实，已经解决' });
    }),
  );
}

const accessible = async (page: Page): Promise<void> => {
  expect(await wrongOn(page)).toEqual([]);
};

test('a clerk who registers an appeal sees what it is likely to be and why, and takes it; where nothing is sure, nothing is said', async ({
  browser,
}, info) => {
  // Learning waits for a processor of its own.
  test.slow();
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  for (const code of Object.keys(SAYINGS)) await closedOnes(office, code, 27);

  const admin = await pageOf(browser, 'guanli');
  await admin.goto('/admin/schemes');
  const lessons = admin.getByRole('region', { name: '分类和转办的建议' });
  // The demo learned from its own matters when it was founded.
  const lookedAt = async () =>
    (await read<Lessons>(admin, '/api/suggestions/lessons')).rows.find(({ mechanism }) => mechanism === 'appeal')!
      .lookedAt;
  await expect.poll(lookedAt, { timeout: 60_000 }).not.toBeNull();
  const before = await lookedAt();
  await lessons.getByRole('button', { name: '现在学习' }).click();
  await expect.poll(lookedAt, { timeout: 60_000 }).not.toBe(before);
  await expect(lessons.getByRole('listitem').filter({ hasText: '企业诉求 · 分类' })).toContainText('件办结事项学得', {
    timeout: 60_000,
  });
  await expect(lessons.getByText('正在学习')).toHaveCount(0);
  await accessible(admin);
  await glimpse(admin, info.outputPath('lessons.png'));

  await office.goto('/matters/new');
  const line = office.locator('[data-name="category"]').getByRole('region', { name: '建议' });
  await office.getByLabel('要办的事').fill('包工头拖欠我们二十个人的工资');
  await office.getByRole('combobox', { name: '机制' }).click();
  await office.keyboard.type('企业诉求');
  await office.getByTitle('企业诉求').locator('visible=true').first().click();
  await expect(line).toContainText(/像是 劳动和社会保障 \/ 工资拖欠（[七八九]成.*把握）：因为提到.*工资/u);
  await expect(line.getByRole('link', { name: /^诉求〔\d{4}〕\d+$/u })).toHaveAttribute('target', '_blank');
  const category = office.locator('[data-name="category"]');
  await expect(category).not.toContainText('已选用');
  await accessible(office);
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(office, scheme);
    await glimpse(office, info.outputPath(`register-${scheme}.png`));
  }
  await line.getByRole('button', { name: '选用 劳动和社会保障 / 工资拖欠' }).focus();
  await office.keyboard.press('Enter');
  await expect(category).toContainText('已选用');

  await office.getByLabel('要办的事').fill('请尽快处理');
  await expect(line).toHaveCount(0);
  await office.getByLabel('要办的事').fill('包工头拖欠我们二十个人的工资');
  await office.getByRole('button', { name: '登记', exact: true }).click();
  await office.getByRole('link', { name: '打开这件事项' }).click();
  await expect(office.getByRole('heading', { name: '包工头拖欠我们二十个人的工资', level: 1 })).toBeVisible();

  await office.getByRole('region', { name: '我可以' }).getByRole('button', { name: '分类', exact: true }).click();
  const form = office.getByRole('form', { name: '分类' });
  await expect(form.getByRole('region', { name: '建议' })).toContainText('工资拖欠');
  await form.getByRole('button', { name: '分类', exact: true }).click();
  await expect(form).toHaveCount(0);
  const { rows } = await read<Lessons>(admin, '/api/suggestions/lessons');
  const fared = rows.find(({ mechanism, about }) => mechanism === 'appeal' && about === 'category')!;
  expect(fared.right).toBeGreaterThanOrEqual(1);

  const phone = await pageOf(browser, 'ducha', { locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  const id = uuidv7(new Date());
  await send(phone, '/api/matters', {
    id,
    mechanism: 'appeal',
    given: { text: '小区旁的工地夜间施工，噪音太大' },
  });
  await phone.goto(`/matters/${id}`);
  await phone.getByRole('button', { name: '分类', exact: true }).first().click();
  const small = phone.getByRole('region', { name: '建议' });
  await small.getByRole('button', { name: '选用 环境保护 / 噪声扰民 / 施工噪声' }).click();
  await expect(small).toContainText('已选用');
  await accessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await glimpse(phone, info.outputPath('phone.png'));
  expect(faults).toEqual([]);
});
