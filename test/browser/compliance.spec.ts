import { randomInt } from 'node:crypto';
import { dayOf } from '../../src/kernel/day.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish, SIZES } from './day.ts';
import { act, faultsOf, follow, inScheme, matterOf, pageOf, seatOf, unitNamed } from './scene.ts';

// An enterprise under compliance inspection: the office takes the request down, the panel's office forms it and asks a tax expert to help; no
// visit before the plan was passed, no report before what was put right was looked at; and the verdict.

const today = dayOf(new Date());

test('a panel passes the plan, visits, looks at what was put right and reports; the office gives the verdict', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const office = await pageOf(browser, 'ducha', SIZES.desk);
  const panel = await pageOf(browser, 'hegui', SIZES.phone);
  const expert = await pageOf(browser, 'caizheng', SIZES.phone);
  const stranger = await seatOf('jiaotong');
  const faults = [...faultsOf(office), ...faultsOf(panel)];

  const text = `商请对莲城市青禾农机有限公司开展合规考察（${randomInt(1e6)}）`;
  await office.goto('/matters/new?mechanism=compliance');
  const form = office.getByRole('form', { name: '登记事项' });
  await form.getByRole('textbox').first().fill(text);
  const [firm, asker] = [1, 2].map((n) => form.getByRole('group', { name: `第 ${n} 位当事人` }));
  await firm!.getByLabel('名称或姓名').fill('莲城市青禾农机有限公司');
  await asker!.getByLabel('名称或姓名').fill('清河县人民检察院');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await office.waitForURL(/\/matters\/[0-9a-f-]{36}$/u);
  const id = office.url().split('/').at(-1)!;
  await act(office, id, 'assign', { lead: await unitNamed(office, '工商联'), co: [] });
  await act(panel, id, 'accept');
  expect((await stranger.request.get(`/api/matters/${id}`)).status(), 'what is about a case is not for others').toBe(
    404,
  );

  await panel.goto(`/matters/${id}`);
  const appoint = await begin(panel, '指定组长');
  const whom = appoint.getByLabel('经办人', { exact: false }).first();
  await whom.selectOption(await whom.getByRole('option', { name: /^秦守正/u }).getAttribute('value'));
  await finish(appoint, '指定组长');
  await expect(panel.getByRole('region', { name: '当事人和协议' })).toContainText('秦守正');
  const help = await begin(panel, '请人协助');
  await help.getByRole('combobox', { name: '请谁协助' }).fill('财政局');
  await panel
    .getByTitle(/财政局 经办人/u)
    .locator('visible=true')
    .first()
    .click();
  await help.getByLabel('请对方做什么').fill('负责财务和发票管理');
  await finish(help, '请人协助');

  // Before the plan was passed there is no visit; the page says why.
  const visit = { heldOn: today, place: '企业会议室', came: [1], text: '查看采购台账' };
  const refused = await panel.request.post(`/api/matters/${id}/acts`, {
    data: { id: crypto.randomUUID(), kind: 'meet', given: visit },
  });
  expect(refused.ok()).toBe(false);
  const inspect = await begin(panel, '关口查验');
  await expect(inspect.getByLabel('关口', { exact: true })).toHaveValue('plan');
  await inspect.getByRole('button', { name: '全部合格' }).click();
  await inspect.getByLabel('说明').fill('计划可行，时间表明确。');
  // What was put right has its turn after a visit; and the plan comes with the plan.
  await expect(inspect.getByRole('option', { name: '整改查验' })).toBeDisabled();
  const plan = { name: '合规计划.txt', mimeType: 'text/plain', buffer: Buffer.from('合规计划') };
  await inspect.locator('input[type=file]').first().setInputFiles(plan);
  await expect(inspect.getByText('合规计划.txt')).toBeVisible();
  await glimpse(panel, 'test-results/compliance-gate-phone.png');
  await finish(inspect, '关口查验');

  const meet = await begin(panel, '走访检查');
  await meet.getByLabel('走访日期').fill(today);
  await meet.getByLabel('走访日期').press('Tab');
  await meet.getByLabel('地点').fill('企业会议室');
  await meet.getByRole('checkbox').first().check();
  await meet.getByLabel('走访记录').fill('抽查三个月的发票和付款凭证，没有发现新的问题。');
  const notes = { name: '走访笔录.txt', mimeType: 'text/plain', buffer: Buffer.from('笔录') };
  await meet.locator('input[type=file]').first().setInputFiles(notes);
  await expect(meet.getByText('走访笔录.txt')).toBeVisible();
  await expect(meet.getByText('会谈')).toHaveCount(0);
  await glimpse(panel, 'test-results/compliance-visit-phone.png');
  await finish(meet, '走访检查');

  await expert.goto(`/matters/${id}`);
  const report = await begin(expert, '反馈进展');
  await report.getByRole('textbox').first().fill('发票管理制度已经执行两个月');
  await finish(report, '反馈进展');

  // A party comes in later that bears the expert's name: they are held back, say why, and it is found to be no conflict.
  const { name } = (await matterOf(office, id)).helpers[0]!;
  await act(office, id, 'involve', { parties: [{ side: 'enterprise', kind: 'person', name }] });
  await expert.goto(`/matters/${id}`);
  await expect(expert.locator('[data-conflict]')).toContainText('停办');
  await expect(expert.getByRole('button', { name: '反馈进展' })).toHaveCount(0);
  await glimpse(expert, 'test-results/compliance-held-phone.png');
  await follow(office, `/matters/${id}`);
  await expect(office.locator('[data-conflict]')).toBeVisible();
  const clear = await begin(office, '认定无需回避');
  await clear.getByLabel('谁无需回避').selectOption({ index: 1 });
  await clear.getByLabel('理由').fill('只是同名，身份证号不同。');
  await glimpse(office, 'test-results/compliance-clear-desk.png');
  await finish(clear, '认定无需回避');
  await expect(office.locator('[data-conflict]')).toHaveCount(0);
  await expect(office.getByRole('definition').getByText('已认定无需回避')).toBeVisible();
  await expert.reload();
  await expect(expert.getByRole('button', { name: '反馈进展' })).toBeVisible();

  const remedy = ['done', 'rules', 'redress'].map((item) => ({ item, verdict: 'pass' }));
  await act(panel, id, 'inspect', { gate: 'remedy', items: remedy, note: '逐项核对' });
  await panel.reload();
  const answer = await begin(panel, '提交评估报告');
  await answer.getByRole('textbox').first().fill('整改完成，制度已经执行并留有记录，建议合格。');
  const paper = { name: '评估报告.txt', mimeType: 'text/plain', buffer: Buffer.from('评估报告') };
  await answer.locator('input[type=file]').first().setInputFiles(paper);
  await expect(answer.getByText('评估报告.txt')).toBeVisible();
  // Taken on today: it is asked why so soon.
  await expect(answer.getByText(/“考察期限”从 .+ 起算，到 .+ 才满 30 天/u)).toBeVisible();
  await answer.getByLabel('用时较短的原因').fill('轻微案件，检察机关同意缩短考察期。');
  await glimpse(panel, 'test-results/compliance-early-phone.png');
  await finish(answer, '提交评估报告');

  // Among rows of this mechanism alone, acts on many are called as it calls them.
  await office.goto('/ledger?mechanism=compliance&scope=all');
  await office
    .getByRole('checkbox', { name: /合规〔/u })
    .first()
    .check();
  const bulk = office.getByRole('region', { name: '对选中的事项' });
  await expect(bulk.getByRole('button', { name: '认定合格' })).toBeVisible();
  await expect(bulk.getByRole('button', { name: '催办' })).toBeVisible();
  await follow(office, `/matters/${id}`);
  await expect(office.getByText('发票管理制度已经执行两个月').first()).toBeVisible();
  const close = await begin(office, '认定合格');
  await close.getByRole('textbox').first().fill('采纳评估报告，考察合格。');
  await finish(close, '认定合格');
  expect(await matterOf(office, id)).toMatchObject({ row: { stage: 'passed' } });
  for (const colorScheme of ['light', 'dark'] as const) {
    await inScheme(office, colorScheme);
    await inScheme(panel, colorScheme);
    expect.soft(await wrongOn(office)).toEqual([]);
    expect.soft(await wrongOn(panel)).toEqual([]);
    await glimpse(office, `test-results/compliance-desk-${colorScheme}.png`);
    await glimpse(panel, `test-results/compliance-phone-${colorScheme}.png`);
  }
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(faults).toEqual([]);
});
