import { randomInt } from 'node:crypto';
import { addDays, dayOf, weekday } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { begin, finish, rowOf, said, SIZES, told } from './day.ts';
import { act, assigned, evidence, faultsOf, pageOf, seatOf, unitNamed } from './scene.ts';

// A unit head's day: what the unit owes, who works on it, what is asked of the office, what falls due.

const TODAY = dayOf(new Date());
/** A Wednesday far ahead, on which nothing of the demo falls due. */
const LATE = ((day) => addDays(day, 3 - weekday(day)))(addDays(TODAY, 120));
const UNITS = { desk: ['ziran', '市自然资源和规划局'], phone: ['wenlv', '市文广旅局'] } as const;

for (const size of ['desk', 'phone'] as const)
  test(`a unit head’s whole day, at the size of a ${size}`, async ({ browser }) => {
    const [login, unit] = UNITS[size];
    const mark = `${unit}负责人的一天${randomInt(1e6)}`;
    const office = await pageOf(browser, 'ducha');
    const page = await pageOf(browser, `${login}-head`, SIZES[size]);
    const handler = await seatOf(login);
    const faults = faultsOf(page);
    const [mine, theirs] = await assigned(office, [
      { text: `${mark}：核定两处选址`, lead: unit, due: addDays(TODAY, 20) },
      { text: `${mark}：清理积压申请`, lead: unit, due: addDays(TODAY, 25) },
    ]);
    await act(handler, theirs!.id, 'accept');
    await act(handler, theirs!.id, 'report', { text: '积压 18 件，已清 11 件。' });

    await test.step('what my unit owes, and who has it in hand', async () => {
      await page.goto('/');
      await expect(rowOf(page, mine!.id)).toContainText('待签收');
      await rowOf(page, theirs!.id).getByRole('link', { name: theirs!.text }).click();
      await expect(page.getByRole('region', { name: '承办单位' })).toContainText('积压 18 件，已清 11 件。');
    });

    await test.step('accepted in the unit’s name', async () => {
      await page.goto('/');
      const row = rowOf(page, mine!.id);
      await row.getByRole('button', { name: /^签收/u }).click();
      await said(page, /已签收：交办/u);
      await row.getByRole('link', { name: mine!.text }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(mine!.text);
    });

    await test.step('more time is asked for, granted by the office and told, while the page stands there', async () => {
      const form = await begin(page, '申请延期');
      await form.getByLabel('延期至').fill(LATE);
      await form.getByLabel('理由').fill('选址须先完成专家评审。');
      await finish(form, '申请延期');
      await act(office, mine!.id, 'grant', { unit: await unitNamed(office, unit) });
      await expect(page.getByRole('region', { name: '经过' })).toContainText(`同意 ${unit} 延期`);
      await told(page, mine!.id, 'extension-decided');
    });

    await test.step('what falls due stands in the calendar on its new day', async () => {
      await page.goto(`/calendar?month=${LATE.slice(0, 7)}`);
      await page.getByRole('link', { name: new RegExp(mine!.text, 'u') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(mine!.text);
    });

    await test.step('answered with evidence', async () => {
      const form = await begin(page, '办结反馈');
      await form.getByLabel('办理结果').fill('两处选址已核定。');
      const paper = { name: '选址意见.txt', mimeType: 'text/plain', buffer: Buffer.from('同意\n') };
      await form.locator('input[type=file][accept*=".pdf"]').setInputFiles(paper);
      await expect(form.getByRole('button', { name: '去掉 选址意见.txt' })).toBeVisible();
      await finish(form, '办结反馈');
      await act(handler, theirs!.id, 'answer', {
        result: '全部清完。',
        files: [await evidence(handler, '清单.txt', '18 件')],
      });
      await page.goto('/');
      for (const { id } of [mine!, theirs!]) await expect(rowOf(page, id)).toHaveCount(0);
    });
    expect(faults).toEqual([]);
  });
