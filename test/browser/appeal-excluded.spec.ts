import { randomInt } from 'node:crypto';
import type { Browser, Locator, Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { Brief } from '../../src/matters/brief/brief.contract.ts';
import type { Workbench } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { finish, SIZES } from './day.ts';
import { act, faultsOf, lookedFor, matterOf, pageOf, read, seatOf, send, unitNamed } from './scene.ts';

const PASS = 'ACDEFGHJK7';
const REASON = '属无理要求，与办理质量无关';
const TOLD = '土地依法要公开出让，答复单位改变不了，这次评价不计入该单位的统计。';
const BAD = { stars: 1, solved: false, satisfied: false };

/** An appeal that was judged badly, whose author was called back; and the page of whoever raised it. */
async function disputed(
  browser: Browser,
): Promise<{ firm: Page; office: Page; id: string; number: string; text: string }> {
  const [office, handler, head] = [await pageOf(browser, 'ducha'), await seatOf('fagai'), await seatOf('fagai-head')];
  const firm = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const text = `要求直接划拨土地${randomInt(1e6)}`;
  const raised = { id, mechanism: 'appeal', text, by: { id: uuidv7(new Date()), pass: PASS } };
  const { number } = await send<{ number: string }>(firm, '/api/counter/appeals', raised);
  await send(firm, '/api/counter/session', { number, pass: PASS });
  await act(office, id, 'classify', { category: '0701' });
  await act(office, id, 'assign', { lead: await unitNamed(office, '市发改委'), co: [] });
  await act(handler, id, 'accept');
  await act(head, id, 'answer', { result: '国有土地须公开出让' });
  await send(firm, `/api/counter/appeals/${id}/acts`, { id: uuidv7(new Date()), kind: 'evaluate', given: BAD });
  await act(office, id, 'callback', { reached: true, text: '仍要求划拨' });
  return { firm, office, id, number, text };
}
/** Agrees, in the form of a row. */
async function agrees(row: Locator, number: string): Promise<void> {
  await row.getByRole('button', { name: `复核 ${number}` }).click();
  const review = row.getByRole('form');
  await review.getByRole('radiogroup', { name: '是否同意剔除' }).getByText('是', { exact: true }).click();
  await finish(review, '复核');
}

test('a judgement is left out: the office writes for the reviewer and for whoever judged, another of it has that to do, whoever judged reads their words', async ({
  browser,
}) => {
  const { firm, office, id, number, text } = await disputed(browser);
  await office.goto(`/matters/${id}`);
  await office.getByRole('region', { name: '我可以' }).getByRole('button', { name: '剔除', exact: true }).click();
  const exclude = office.getByRole('form', { name: '剔除' });
  await exclude.getByLabel('理由').fill(REASON);
  await exclude.getByRole('button', { name: '剔除', exact: true }).click();
  await expect(exclude).toContainText('请补上“给诉求人的说明”');
  await exclude.getByLabel('给诉求人的说明').fill(TOLD);
  expect(await wrongOn(office)).toEqual([]);
  await finish(exclude, '剔除');
  // Nothing of it is theirs before the review.
  await firm.goto(`/appeal/${id}`);
  await expect(firm.getByText('转由督查机构回访核实')).toBeVisible();
  await expect(firm.getByText(TOLD)).toHaveCount(0);
  await expect(firm.getByText('剔除')).toHaveCount(0);

  const other = await pageOf(browser, 'ducha-2', SIZES.desk);
  await other.goto('/');
  const theirs = other.getByRole('listitem').filter({ hasText: text });
  await lookedFor(other, theirs);
  await expect(theirs).toContainText('待复核');
  // Whoever proposed it has it no more.
  await office.goto('/');
  await expect(
    office
      .getByRole('listitem')
      .filter({ has: office.getByRole('button') })
      .first(),
  ).toBeVisible();
  await expect(office.getByText(text)).toHaveCount(0);
  await agrees(theirs, number);
  await expect(theirs).toHaveCount(0);

  await firm.reload();
  await expect(firm.getByText('经另一人复核，评价不计入统计')).toBeVisible();
  const said = firm.getByRole('listitem').filter({ hasText: TOLD });
  await expect(said).toContainText('经复核，评价不计入统计');
  await expect(firm.getByText(REASON)).toHaveCount(0);
  expect(await wrongOn(firm)).toEqual([]);
});

test('a leader finds an exclusion that nobody of the office may review in their brief, with its reason, and reviews it in its row', async ({
  browser,
}) => {
  const { office, id, number, text } = await disputed(browser);
  await act(office, id, 'exclude', { reason: REASON, told: TOLD });
  const other = await seatOf('ducha-2');
  const mayor = await pageOf(browser, 'shizhang', SIZES.phone);
  const faults = faultsOf(mayor);
  // The office of the demo city has others; the leader’s brief is answered as in an office of one.
  await mayor.route('**/api/brief', async (route) => {
    const response = await route.fetch();
    const brief = (await response.json()) as Brief;
    const { todos } = await read<Workbench>(other, '/api/workbench');
    const rows = todos.flatMap(({ row, act: kind }) => (kind === 'review' && row.id === id ? [row] : []));
    await route.fulfill({ response, json: { ...brief, reviews: rows.map((row) => ({ row, reason: REASON })) } });
  });
  await mayor.goto('/');
  const reviews = mayor.getByRole('region', { name: '剔除待我复核 1 件' });
  const mine = reviews.getByRole('listitem').filter({ hasText: text });
  await expect(mine).toContainText(`督查室提出剔除：${REASON}`);
  expect(await wrongOn(mayor)).toEqual([]);
  await agrees(mine, number);
  await expect(mine).toHaveCount(0);
  expect((await matterOf(mayor, id)).row.stage).toBe('excluded');
  expect(faults).toEqual([]);
});

test('what is taken up again is told to whoever raised it in words of their own', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const firm = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const raised = {
    id,
    mechanism: 'appeal',
    text: `门前断路${randomInt(1e6)}`,
    by: { id: uuidv7(new Date()), pass: PASS },
  };
  const { number } = await send<{ number: string }>(firm, '/api/counter/appeals', raised);
  await send(firm, '/api/counter/session', { number, pass: PASS });
  await act(office, id, 'close', { note: '不属本市道路' });
  await send(firm, `/api/counter/appeals/${id}/acts`, { id: uuidv7(new Date()), kind: 'evaluate', given: BAD });
  await act(office, id, 'callback', { reached: true, text: '确属本市道路', solved: false });
  await office.goto(`/matters/${id}`);
  await office.getByRole('region', { name: '我可以' }).getByRole('button', { name: '重启', exact: true }).click();
  const reopen = office.getByRole('form', { name: '重启' });
  await reopen.getByLabel('理由').fill('查图核实，内部定位有误');
  await reopen.getByLabel('给诉求人的说明（选填）').fill('经核实属本市道路，已重新受理。');
  await reopen.getByRole('button', { name: '重启', exact: true }).click();
  await expect(reopen).toHaveCount(0);
  await firm.goto(`/appeal/${id}`);
  await expect(firm.getByRole('listitem').filter({ hasText: '经核实属本市道路，已重新受理。' })).toContainText(
    '重新办理',
  );
  await expect(firm.getByText('内部定位有误')).toHaveCount(0);
});
