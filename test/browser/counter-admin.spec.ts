import { randomInt } from 'node:crypto';
import { creditCheckDigit } from '../../src/directory/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { faultsOf, inScheme, pageOf } from './scene.ts';

// What an administrator keeps of the counter: programs that hand over, and enterprises by the table.

test('a source is opened, hands over with the token that was shown once, shows what came of it, and is given another', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'guanli');
  const faults = faultsOf(admin);
  const name = `商会平台 ${randomInt(1e6)}`;
  await admin.goto('/admin/sources');
  await admin.getByRole('button', { name: '开通来源' }).click();
  await admin.getByLabel('名称').fill(name);
  await admin.getByLabel('记为哪个渠道').selectOption({ label: '商会协会' });
  await admin.getByRole('button', { name: '开通来源' }).click();
  const box = admin.getByRole('region', { name: '令牌' });
  const token = await box.locator('output').innerText();
  expect(token).toMatch(/^\d+\./u);
  const hand = (external: string, text: string, by = token) =>
    admin.request.post('/api/intake/requests', {
      data: { external, text, category: null },
      headers: { authorization: `Bearer ${by}` },
    });
  const external = `SH-${randomInt(1e9)}`;
  expect((await hand(external, '园区大门口的路灯坏了三盏')).ok()).toBe(true);
  expect((await hand(external, '同一个编号换了内容')).status()).toBe(409);
  await box.getByRole('button', { name: '已经记下' }).click();
  await expect(admin.getByText(token)).toBeHidden();
  await admin.getByRole('button', { name: `查看：${name}` }).click();
  await expect(admin.getByRole('row', { name: new RegExp(external, 'u') })).toContainText('已登记');
  await expect(admin.getByText(`编号 ${external} 已经用过，内容与这次不同`)).toBeVisible();
  await expect(admin.locator('main')).not.toContainText('路灯坏了三盏');
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(admin, scheme);
    expect(await wrongOn(admin), scheme).toEqual([]);
  }
  await glimpse(admin, 'test-results/sources-dark.png');
  await inScheme(admin, 'light');
  await admin.getByRole('button', { name: '更换令牌' }).click();
  await admin.getByRole('form', { name: '更换令牌' }).getByRole('button', { name: '更换令牌' }).click();
  const next = await box.locator('output').innerText();
  expect((await hand(`${external}-2`, '园区北门积水', token)).status()).toBe(401);
  expect((await hand(`${external}-2`, '园区北门积水', next)).ok()).toBe(true);
  await glimpse(admin, 'test-results/sources.png');
  await admin.setViewportSize({ width: 390, height: 844 });
  const sideways = await admin.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
  await glimpse(admin, 'test-results/sources-phone.png');
  expect(faults).toEqual([]);
});

test('enterprises come in from a table: a mistyped code is put right in its row, and the next table shows what is other than it was', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'guanli');
  const first = `91411000MB${String(randomInt(1e7)).padStart(7, '0')}`;
  const code = `${first}${creditCheckDigit(first)}`;
  const name = `莲城测试机械厂 ${randomInt(1e6)}`;
  const sheet = (rows: string) => ({
    name: '企业.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`统一社会信用代码,企业名称,行业代码,从业人数,营业收入（万元）,法定代表人\n${rows}`),
  });
  await admin.goto('/admin/enterprises');
  await admin.getByRole('link', { name: '导入企业' }).click();
  const wrong = `${first}${creditCheckDigit(first) === '0' ? '1' : '0'}`;
  await admin.locator('input[type=file]').setInputFiles(sheet(`${wrong},${name},C33,120,3400,某某\n`));
  await expect(admin.getByText('的校验位不对')).toBeVisible();
  await expect(admin.getByText('这些列名录里用不到')).toContainText('法定代表人');
  await expect(admin.getByRole('button', { name: '写入企业名录' })).toBeDisabled();
  await glimpse(admin, 'test-results/enterprise-sheet.png');
  await admin.getByRole('button', { name: `修改：${name}` }).click();
  await admin.getByLabel('统一社会信用代码').fill(code);
  await admin.getByRole('button', { name: '保存这一行' }).click();
  await expect(admin.getByText('新登记，小型')).toBeVisible();
  await admin.getByRole('button', { name: '写入企业名录' }).click();
  await expect(admin.getByText('已写入：新登记 1 家，修改 0 家。')).toBeVisible();
  await admin.locator('input[type=file]').setInputFiles(sheet(`${code},,,350,,\n`));
  await expect(admin.getByText('从业人数：120 → 350')).toBeVisible();
  expect(await wrongOn(admin)).toEqual([]);
  await admin.getByRole('button', { name: '写入企业名录' }).click();
  await expect(admin.getByText('已写入：新登记 0 家，修改 1 家。')).toBeVisible();
  await admin.goto(`/admin/enterprises?q=${code}`);
  await expect(admin.getByText('350 人')).toBeVisible();
});
