import { expect, test } from './app.ts';
import { glimpse } from './camera.ts';
import { faultsOf, pageOf } from './scene.ts';

test('a mechanism is checked while it is typed, drawn, compared and published as another one', async ({
  browser,
}, info) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);
  await page.goto('/admin/mechanisms');
  await page.getByRole('link', { name: '周交办', exact: true }).click();
  const text = page.getByRole('textbox', { name: '机制文件' });
  await expect(page.getByText('检查通过')).toBeVisible();
  await expect(page.getByRole('figure', { name: /办理流程图/ })).toBeVisible();
  await expect(page.getByRole('table', { name: '流程' }).getByRole('row', { name: /已交办 签收/ })).toBeVisible();
  await glimpse(page, info.outputPath('mechanism.png'));

  const source = await text.inputValue();
  await text.fill(source.replace('to: registered', 'to: nowhere'));
  await expect(page.getByText(/处错误，改正后才能发布/)).toBeVisible();
  await text.press('Control+End');
  await expect(page.getByText(/处错误，改正后才能发布/)).toBeInViewport();
  const line = source.split('\n').findIndex((one) => one.includes('to: registered')) + 1;
  await page
    .getByRole('button', { name: new RegExp(`第 ${line} 行`) })
    .first()
    .click();
  await expect(text).toBeFocused();
  expect(
    await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split('\n').length),
  ).toBe(line);
  await expect(page.getByRole('button', { name: /^发布/ })).toBeDisabled();

  // Under another key it still has the name of the one that it was begun from, and is told so where the name stands.
  await text.fill(source.replace('key: weekly-assignment', 'key: another-assignment').replaceAll('交办〔', '另交办〔'));
  const taken = page.getByRole('button', { name: /机制“weekly-assignment”已经叫“周交办”/u });
  await expect(taken).toContainText(`第 ${source.split('\n').findIndex((one) => one.startsWith('name:')) + 1} 行`);
  await expect(page.getByRole('button', { name: /^(?:作为新机制)?发布/u })).toBeDisabled();

  const key = `browser-${Date.now().toString(36).replaceAll(/\d/g, 'x')}`;
  await text.fill(
    source
      .replace('key: weekly-assignment', `key: ${key}`)
      .replace('zh: 周交办, en: Weekly assignment', `zh: 浏览器机制${key}, en: Browser ${key}`)
      // No two mechanisms may number alike.
      .replaceAll('交办〔', `${key}〔`)
      // So that the office's own form to register by hand stays as other tests know it.
      .replace('register: { by: [supervisor]', 'register: { by: [mayor]')
      .replace('otherwise: 5 workdays', 'otherwise: 3 workdays'),
  );
  await expect(page.getByRole('heading', { name: '与现行版本的差别' })).toBeVisible();
  await expect(page.getByRole('row', { name: /新增 +otherwise: 3 workdays/ })).toBeVisible();
  await glimpse(page, info.outputPath('mechanism-changed.png'));
  await page.reload();
  await expect(text).toHaveValue(/浏览器机制/);
  await page.getByRole('button', { name: '作为新机制发布' }).click();
  await expect(page.getByText('新版已发布')).toBeVisible();
  await page.goto('/admin/mechanisms');
  await expect(page.getByRole('listitem').filter({ hasText: key })).toContainText('现行第 1 版');
  expect(faults).toEqual([]);
});

for (const width of [1440, 390])
  test(`a long line of a mechanism goes on below, and its number stands where it begins, ${width} px wide`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, 'guanli', { viewport: { width, height: 900 } });
    await page.goto('/admin/mechanisms/weekly-assignment');
    const text = page.getByRole('textbox', { name: '机制文件' });
    const source = await text.inputValue();
    await text.fill(`# ${'这一行很长，应当折到下一行。'.repeat(20)}${'unbroken'.repeat(40)}\n# 短\n${source}`);
    const measured = await text.evaluate((area: HTMLTextAreaElement) => {
      const [first, second] = area.parentElement!.querySelectorAll('li');
      return {
        beyond: area.scrollWidth - area.clientWidth,
        hidden: area.scrollHeight - area.clientHeight,
        first: first!.getBoundingClientRect().height,
        second: second!.getBoundingClientRect().height,
      };
    });
    expect(measured.beyond).toBe(0);
    // As high as the same text behind it: no line is out of reach, and none stands beside another's number.
    expect(Math.abs(measured.hidden)).toBeLessThan(2);
    expect(measured.first).toBeGreaterThanOrEqual(60);
    expect(measured.second).toBe(20);
    const whole = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(whole).toBe(0);
    await text.fill(source);
  });

test('the buttons of the list stand below each other, and the words of a large picture are as high as those beside it', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'guanli', { viewport: { width: 1440, height: 900 } });
  await page.goto('/admin/mechanisms');
  const copies = page.getByRole('main').getByRole('link', { name: /为样本/u });
  await expect(copies.nth(5)).toBeVisible();
  const edges = await copies.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(new Set(edges).size).toBe(1);

  await page.goto('/admin/mechanisms/appeal');
  const word = page.locator('figure svg text').first();
  const height = async () => (await word.boundingBox())!.height;
  await expect(word).toBeVisible();
  expect(await height()).toBeGreaterThan(14);
  await page.getByRole('button', { name: '看整张图' }).click();
  const beyond = () => page.locator('figure').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
  await expect.poll(beyond).toBe(0);
});
