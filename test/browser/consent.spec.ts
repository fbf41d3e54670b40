import type { Page } from '@playwright/test';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { inScheme, matterOf, read, seatOf } from './scene.ts';

// Whoever raises an appeal may say at once whether it may be published. Who says nothing has not agreed.

const WORDS = '排污许可变更办了两个月，想知道卡在哪一步';

async function raise(owner: Page, say: (page: Page) => Promise<void>): Promise<string> {
  await owner.goto('/appeal/new');
  await owner.getByLabel('诉求内容').fill(WORDS);
  await owner.getByRole('button', { name: '下一步' }).click();
  await say(owner);
  await owner.getByRole('button', { name: '提交' }).click();
  await expect(owner.getByRole('heading', { name: '已经收到' })).toBeVisible();
  const [number] = await owner.locator('dl dd').allInnerTexts();
  return number!;
}

test('consent to publishing is asked at raising; silence is none, and what is confidential is not asked', async ({
  browser,
}) => {
  const owner = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const office = await seatOf('ducha');
  const asked = owner.getByRole('group', { name: /是否同意公开/u });
  const consented = async (number: string) => {
    const { rows } = await read<MatterPage>(office, `/api/matters?q=${encodeURIComponent(number)}`);
    return (await matterOf(office, rows[0]!.id)).raised!.consented;
  };
  const silent = await raise(owner, async () => {
    await expect(asked.getByLabel('先不说')).toBeChecked();
    for (const scheme of ['light', 'dark'] as const) {
      await inScheme(owner, scheme);
      expect(await wrongOn(owner)).toEqual([]);
    }
  });
  const agreed = await raise(owner, () => asked.getByLabel('同意', { exact: true }).check());
  const refused = await raise(owner, () => asked.getByLabel('不同意').check());
  const secret = await raise(owner, async (page) => {
    await asked.getByLabel('同意', { exact: true }).check();
    await page.getByRole('checkbox').last().check();
    await expect(asked).toHaveCount(0);
  });
  expect(await Promise.all([silent, agreed, refused, secret].map(consented))).toEqual([null, true, false, null]);
});
