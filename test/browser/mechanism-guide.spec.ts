import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addDays, dayOf, nationalCalendar, rollForward, weekday } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { act, chooseUnit, faultsOf, matterOf, pageOf } from './scene.ts';

// The way of the guide `mechanism.md`: an administrator begins from a copy, gets it wrong and right again, publishes it; the office registers.

const n = randomInt(1e6);
// At the end of every list, so that the others' forms begin as they know them.
const KEY = `zz-village-help-${n}`;
const NAME = `万人助企联乡帮村${n}`;
const ENGLISH = `Help for enterprises and villages ${n}`;
const FINISHED = readFileSync(new URL('../guide/village-help.yaml', import.meta.url), 'utf8')
  .replace('key: village-help', `key: ${KEY}`)
  .replace('zh: 万人助企联乡帮村, en: Help for enterprises and villages', `zh: ${NAME}, en: ${ENGLISH}`)
  .replace('number: 帮村〔', `number: 帮村${n}〔`);

test('an official writes a mechanism from a copy, and its first matter has a day each month', async ({
  browser,
}, info) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);

  await test.step('a copy of the nearest, under a name of its own', async () => {
    await page.goto('/admin/mechanisms');
    await page.getByRole('link', { name: '怎样自己写一个机制' }).click();
    await expect(page.getByRole('heading', { name: '自己写一个机制', level: 1 })).toBeVisible();
    await page.goBack();
    await page.getByRole('link', { name: '以此为样本新建：分办任务' }).click();
    const form = page.getByRole('form', { name: '新机制叫什么' });
    await form.getByLabel('中文名称').fill(NAME);
    await form.getByLabel('英文名称').fill(ENGLISH);
    await form.getByLabel('代号').fill('Village Help');
    await form.getByRole('button', { name: '开始写' }).click();
    await expect(form.getByText('代号要用两个以上小写字母')).toBeVisible();
    await form.getByLabel('代号').fill('task');
    await form.getByRole('button', { name: '开始写' }).click();
    await expect(form.getByText('已有这个代号的机制')).toBeVisible();
    await form.getByLabel('代号').fill(KEY);
    await form.getByRole('button', { name: '开始写' }).click();
    await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();
    await expect(page.getByText('检查通过')).toBeVisible();
  });

  const text = page.getByRole('textbox', { name: '机制文件' });
  await test.step('what a word means is found by its Chinese', async () => {
    await page.getByText('机制文件里的词', { exact: true }).click();
    await page.getByLabel('找一个词').fill('每月一次');
    const found = page.getByRole('region', { name: '机制文件里的词' });
    await expect(found.getByRole('term')).toHaveText(['clocks.until必写']);
    await glimpse(page, info.outputPath('words.png'));
    await page.getByLabel('找一个词').fill('提级以后');
    await expect(found.getByRole('definition').filter({ hasText: '提级以后承办的领导的' })).toBeVisible();
    expect(await wrongOn(page)).toEqual([]);
  });

  await test.step('a Chinese colon is told of as that, with what to write', async () => {
    await text.fill(FINISHED.replace('limit: 3 workdays', 'limit：3 workdays'));
    await expect(page.getByRole('button', { name: /第 \d+ 行.*中文标点“：”/ })).toBeVisible();
    await expect(page.getByRole('button', { name: '作为新机制发布' })).toBeDisabled();
    // Kept through a closed tab, like everything typed.
    await page.reload();
    await expect(text).toHaveValue(/limit：3 workdays/);
  });

  await test.step('tried on the last year of what it was copied from, or of another mechanism', async () => {
    await text.fill(FINISHED);
    const trial = page.getByRole('region', { name: '拿去年的事项试一试' });
    await trial.getByLabel('用哪个机制的事项').selectOption('weekly-assignment');
    await trial.getByRole('button', { name: '试一试' }).click();
    const result = trial.getByRole('table', { name: '拿去年的事项试一试' });
    await expect(result.getByRole('row', { name: /签收时限逾期/ })).toBeVisible({ timeout: 30_000 });
    await expect(trial.getByText(/按现行文件和这份文件各重走了一遍/)).toBeVisible();
    await glimpse(page, info.outputPath('trial.png'));
    await trial
      .getByRole('link', { name: /^交办〔/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/matters\//);
    await page.goBack();
  });

  await test.step('published as it should be', async () => {
    await text.fill(FINISHED);
    await expect(page.getByText('检查通过')).toBeVisible();
    await expect(page.getByRole('heading', { name: '与样本的差别' })).toBeVisible();
    await expect(page.getByRole('row', { name: /新增 +name: \{ zh: 月度活动日/ })).toBeVisible();
    await glimpse(page, info.outputPath('copy.png'));
    await page.getByRole('button', { name: '作为新机制发布' }).click();
    await expect(page).toHaveURL(new RegExp(`/admin/mechanisms/${KEY}$`));
    await expect(page.getByText('现行第 1 版')).toBeVisible();
    expect(faults).toEqual([]);
  });

  await test.step('the first matter, and a day each month from when the unit accepts', async () => {
    const office = await pageOf(browser, 'ducha');
    await office.goto('/matters/new');
    await office.getByRole('combobox', { name: '机制' }).click();
    await office.keyboard.type(NAME);
    await office.getByTitle(NAME, { exact: true }).click();
    await office.getByLabel('要办的事').fill(`结对帮扶将官池镇 ${n}`);
    await chooseUnit(office.getByRole('combobox', { name: '牵头单位' }), '市水利局');
    await office.getByRole('button', { name: '登记并交办' }).click();
    await expect(office.getByRole('heading', { name: `结对帮扶将官池镇 ${n}`, level: 1 })).toBeVisible();
    const id = office.url().split('/').at(-1)!;
    const { row } = await matterOf(office, id);
    expect(row.number).toMatch(new RegExp(`^帮村${n}〔\\d{4}〕0001$`));

    const desk = await pageOf(browser, 'shuili');
    await act(desk, id, 'accept');
    await desk.goto(`/matters/${id}`);
    await expect(desk.getByText('月度活动日').first()).toBeVisible();
    const recurs = desk.getByRole('region', { name: '循环事项' });
    await expect(recurs).toContainText('月度活动日');
    // The first Thursday of a month that is still to come, or the working day after it.
    const { recurring } = await matterOf(desk, id);
    expect(recurring).toMatchObject([{ what: 'day', begun: 0, stands: 'going' }]);
    const today = dayOf(new Date());
    const first = firstThursdays(today).find((day) => day >= today)!;
    expect(recurring[0]!.next[0]).toBe(rollForward(nationalCalendar, first));
    await expect(recurs).toContainText(`${Number(recurring[0]!.next[0]!.slice(8))}日`);
  });

  await test.step('the figures that the guide has one write are counted', async () => {
    await page.goto(`/figures?mechanism=${KEY}`);
    for (const name of ['结对数', '期满反馈率', '按期反馈率', '还在帮扶'])
      await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    await glimpse(page, info.outputPath('figures.png'));
  });
});

/** The first Thursdays of the month in which a day lies and of the one after. */
function firstThursdays(day: string): string[] {
  const begins = `${day.slice(0, 8)}01`;
  const next = `${addDays(begins, 31).slice(0, 8)}01`;
  return [begins, next].map((first) => addDays(first, (4 - weekday(first) + 7) % 7));
}
