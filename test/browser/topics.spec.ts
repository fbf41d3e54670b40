import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { assigned, pageOf } from './scene.ts';

const FAIR = ['云栖路夜市占道，车辆无法通行', '云栖路夜市油烟扰民，居民不敢开窗', '清理云栖路夜市留下的垃圾'];

test('what several spoke of in a week is counted for the office, and opens its matters; a unit has no way there', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha');
  await assigned(
    office,
    FAIR.map((text) => ({ text, lead: '市城市管理局' })),
  );
  await office.goto('/ledger');
  await office.getByRole('link', { name: '热点话题' }).click();
  const counting = office.getByRole('button', { name: /^(现在|重新)统计$/u });
  await expect(counting).toBeVisible();
  // Until this week was counted, what stands there is the one that is over.
  const onwards = office.getByRole('link', { name: '后一周' });
  if (await onwards.isVisible()) await onwards.click();
  await expect(onwards).toBeHidden();
  await counting.click();
  const topic = office.getByRole('listitem').filter({ has: office.getByRole('heading', { name: /云栖路夜市/u }) });
  await expect(topic.first()).toContainText('3 件');
  await topic.first().getByRole('heading').click();
  expect(await wrongOn(office)).toEqual([]);
  await topic.getByRole('link', { name: FAIR[1]! }).click();
  await expect(office.getByRole('heading', { name: FAIR[1]!, level: 1 })).toBeVisible();
  await office.goBack();
  // The week before is counted of itself early on Monday, so on a Monday it is there.
  for (const _ of [1, 2]) await office.getByRole('link', { name: '前一周' }).click();
  await expect(office.getByText('这一周还没有统计过')).toBeVisible();
  for (const _ of [1, 2]) await office.getByRole('link', { name: '后一周' }).click();
  await expect(topic.first()).toBeVisible();

  const unit = await pageOf(browser, 'fagai');
  await unit.goto('/ledger');
  await expect(unit.getByRole('heading', { name: '台账', level: 1 })).toBeVisible();
  await expect(unit.getByRole('link', { name: '热点话题' })).toBeHidden();
});
