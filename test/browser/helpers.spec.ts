import { randomInt } from 'node:crypto';
import { uuidv7 } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { begin, finish } from './day.ts';
import { act, faultsOf, inScheme, pageOf, send, unitNamed } from './scene.ts';

// Somebody of another unit is asked to help with an appeal: they find it on their workbench, say what they did, and whoever raised it sees
// who helps. The unit still owes the answer.

/** Run again, it is another matter: the first stands on the same desk. */
const TEXT = `办理用地手续，来回跑了四趟（${randomInt(1e6)}）`;
const PASS = 'ACDEFGHJK7';

test('a legal escort is asked to help, works beside the unit, and is named to whoever raised the appeal', async ({
  browser,
}) => {
  const firm = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await firm.goto('/');
  const id = uuidv7(new Date());
  const raised = { id, mechanism: 'appeal', text: TEXT, by: { id: uuidv7(new Date()), pass: PASS } };
  const { number } = await send<{ number: string }>(firm, '/api/counter/appeals', raised);
  await send(firm, '/api/counter/session', { number, pass: PASS });
  const [office, handler, escort] = await Promise.all(['ducha', 'fagai', 'zhujian'].map((who) => pageOf(browser, who)));
  await act(office!, id, 'classify', { category: '0701' });
  await act(office!, id, 'assign', { lead: await unitNamed(office!, '市发改委'), co: [] });
  await act(handler!, id, 'accept');
  const faults = faultsOf(escort!);
  await escort!.goto(`/matters/${id}`);
  await expect(escort!.getByRole('heading', { name: TEXT })).toHaveCount(0);

  await handler!.goto(`/matters/${id}`);
  const form = await begin(handler!, '请人协助');
  await form.getByRole('combobox', { name: '请谁协助' }).fill('住建局');
  await handler!
    .getByTitle(/住建局 经办人/u)
    .locator('visible=true')
    .first()
    .click();
  await form.getByLabel('请对方做什么').fill('请陪企业把手续跑完');
  await finish(form, '请人协助');
  await expect(handler!.getByText(/住建局 经办人 .*起）/u)).toBeVisible();

  await escort!.goto('/');
  const own = escort!.getByRole('region', { name: '我协助的' });
  await own.getByRole('link', { name: TEXT }).click();
  await expect(escort!.getByRole('heading', { name: TEXT, level: 1 })).toBeVisible();
  await expect(escort!.getByRole('region', { name: '我可以' }).getByRole('button', { name: '签收' })).toHaveCount(0);
  const report = await begin(escort!, '反馈进展');
  await report.getByRole('textbox').first().fill('已陪同办完第一项');
  await finish(report, '反馈进展');
  await expect(escort!.getByText('已陪同办完第一项').first()).toBeVisible();
  await escort!.goto('/notices');
  await expect(escort!.getByText('请我协助').first()).toBeVisible();

  for (const scheme of ['light', 'dark'] as const) {
    await firm.goto(`/appeal/${id}`);
    await inScheme(firm, scheme);
    await expect(firm.getByText(/协助：经办人/u)).toBeVisible();
    expect(await wrongOn(firm)).toEqual([]);
    await escort!.goto('/');
    await inScheme(escort!, scheme);
    await expect(own).toBeVisible();
    expect(await wrongOn(escort!)).toEqual([]);
  }
  // Done with it, they read the appeal no more, are told so in its place, and go on from there.
  await escort!.goto(`/matters/${id}`);
  const end = await begin(escort!, '结束协助');
  await end.getByLabel('谁不再协助').selectOption({ index: 1 });
  await end.getByLabel('原因').fill('已办妥');
  await end.getByRole('button', { name: '结束协助', exact: true }).click();
  await expect(escort!.getByRole('heading', { name: '不再查看这件事项', level: 1 })).toBeVisible();
  await expect(escort!.getByText(TEXT)).toHaveCount(0);
  expect(await wrongOn(escort!)).toEqual([]);
  await escort!.getByRole('link', { name: '回工作台' }).click();
  await expect(escort!.getByRole('main')).toBeVisible();
  await expect(own).toHaveCount(0);
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
});
