import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { pageOf } from './scene.ts';

// What a browser finds wrong with a field it would say in the language of its menus: here it says our sentence, in the reader's language.

test('an English reader in a Chinese browser is told in English what is wrong with a field, and again what is wrong then', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'guanli');
  await page.addInitScript(() => localStorage.setItem('huiyin.language', 'en'));
  await page.goto('/admin/enterprises');
  await page.getByRole('button', { name: 'Add enterprise' }).click();
  const form = page.getByRole('form', { name: 'Add enterprise' });
  const told = (field: Locator) => field.evaluate((one: HTMLInputElement) => one.validationMessage);
  const send = () => form.getByRole('button', { name: 'Add enterprise' }).click();
  const [code, name] = [form.getByLabel('Unified social credit code'), form.getByLabel('Name', { exact: true })];
  await send();
  await expect(code).toBeFocused();
  expect(await told(code)).toBe('Fill in “Unified social credit code”.');
  await code.fill('91410000MA0000000X');
  await name.fill('莲城市新岸物流有限公司');
  const revenue = form.getByLabel('Revenue of last year');
  await revenue.fill('-1.5');
  await send();
  await expect(revenue).toBeFocused();
  expect(await told(revenue)).toBe('“Revenue of last year (10,000 yuan)” takes a number not below 0.');
  await revenue.fill('1.5');
  expect([await told(code), await told(revenue)]).toEqual(['', '']);
});
