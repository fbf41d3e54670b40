import { expect, test } from './app.ts';
import { SIZES } from './day.ts';
import { faultsOf, pageOf } from './scene.ts';

// Help inside the desk: each chair its own page of the guide, served by this server alone.

const CHAIRS = {
  fagai: '经办人的一天',
  'fagai-head': '单位负责人的一天',
  ducha: '督查室的一天',
  shizhang: '市领导的四十秒',
  guanli: '管理员的一天',
  jijian: '纪检的一天',
  'jijian-2': '纪检的一天',
} as const;

for (const [login, title] of Object.entries(CHAIRS))
  test(`the account menu leads ${login} to the page of its own chair, whose pictures are there`, async ({
    browser,
  }) => {
    const page = await pageOf(browser, login, SIZES.desk);
    const faults = faultsOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto('/');
    await page.getByRole('button', { name: /换岗位或退出/u }).click();
    await page.getByRole('menuitem', { name: '帮助' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const pictures = page.getByRole('main').getByRole('img');
    await expect(pictures.first()).toBeVisible();
    for (const one of await pictures.all()) {
      await one.scrollIntoViewIfNeeded();
      await expect.poll(() => one.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300);
    }
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).origin]));
    expect(faults).toEqual([]);
  });

test('help is found by its name, on a phone among what is mine, and is told in the language of the desk', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'shizhang', SIZES.phone);
  const h1 = page.getByRole('heading', { level: 1 });
  await page.goto('/me');
  await page.getByRole('link', { name: '帮助' }).click();
  await expect(h1).toHaveText('市领导的四十秒');
  await page.getByRole('link', { name: '督查室', exact: true }).click();
  await expect(h1).toHaveText('督查室的一天');
  await page.evaluate(() => localStorage.setItem('huiyin.language', 'en'));
  await page.goto('/guide');
  await page.getByRole('main').getByRole('listitem').getByRole('link', { name: 'Mayor' }).last().click();
  await expect(h1).toHaveText("A mayor's forty seconds");
  await page.keyboard.press('Control+k');
  await page.keyboard.type('help');
  await page.getByRole('option', { name: 'Help' }).click();
  await expect(page).toHaveURL(/\/guide\/mayor$/u);
  await page.goto('/guide/nobody');
  await expect(h1).toHaveText('No such page');
});
