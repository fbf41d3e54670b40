import { expect, test } from './app.ts';
import { assigned, pageOf } from './scene.ts';

// What a person sees at a glance: numbers as they are printed, words that are not cut, what comes next first.

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

test('a matter’s number is set close, in the ledger and over its words', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  await office.goto('/ledger?scope=all');
  /** How wide its opening bracket is, in characters of its size. */
  const bracket = (selector: string) =>
    office
      .locator(selector)
      .filter({ hasText: '〔' })
      .first()
      .evaluate((element) => {
        const words = [...element.childNodes].find((node) => node.textContent?.includes('〔'))!;
        const at = words.textContent!.indexOf('〔');
        const range = document.createRange();
        range.setStart(words, at);
        range.setEnd(words, at + 1);
        return range.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize);
      });
  expect(await bracket('td[data-column="number"]')).toBeLessThan(0.7);
  await office.locator('[data-row]').first().click();
  expect(await bracket('main header span')).toBeLessThan(0.7);
});

test('on a phone the search says what it takes without being cut', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { ...PHONE, viewport: { width: 360, height: 740 } });
  await office.goto('/');
  const field = office.getByRole('searchbox');
  await expect(field).toHaveAttribute('placeholder', /姓名$/u);
  const [room, words] = await field.evaluate((input: HTMLInputElement) => {
    const pen = document.createElement('canvas').getContext('2d')!;
    pen.font = getComputedStyle(input).font;
    return [input.clientWidth, pen.measureText(input.placeholder).width];
  });
  expect(words).toBeLessThanOrEqual(room!);
});

test('an administrator’s phone has the administration under the thumb, and no other seat’s has', async ({
  browser,
}) => {
  const [admin, office] = [await pageOf(browser, 'guanli', PHONE), await pageOf(browser, 'ducha', PHONE)];
  await admin.goto('/');
  await admin.getByRole('navigation').getByRole('link', { name: '管理' }).locator('visible=true').click();
  await expect(admin).toHaveURL(/\/admin/u);
  await office.goto('/');
  await expect(office.getByRole('link', { name: '台账' }).locator('visible=true')).toBeVisible();
  await expect(office.getByRole('link', { name: '管理' }).locator('visible=true')).toHaveCount(0);
});

test('on a phone what a unit already has is first of all urged', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', PHONE);
  const [matter] = await assigned(office, [{ text: '疏通城南排涝沟渠', lead: '市水利局' }]);
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByRole('region', { name: '我可以' }).getByRole('button').first()).toHaveText('催办');
});
