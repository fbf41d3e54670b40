import type { TreeView } from '../../src/matters/trees/tree.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { begin, finish } from './day.ts';
import { printed } from './printed.ts';
import { act, chooseUnit, faultsOf, follow, inScheme, pageOf, read } from './scene.ts';

// The year's plan: its document read into a tree, looked over, published as a whole; a unit reads its indicator, which lags and drags
// along what stands above it; and each unit has its sheet, at a desk and on a phone.

const YEAR = new Date().getFullYear();
/** After the plan's own year, so that the test can be run on the last day of it. */
const LATER = `${YEAR + 1}-01-31`;
/** The open form; what is not drawn yet below it keeps the colours of before when they change. */
const FORM = 'form[aria-label^=分解]';
const PLAN = `莲城市${YEAR}年民生实事计划
一、总体要求
尽力而为，量力而行，公办园占比55%以上。
二、着力办好教育实事
（一）增加托位。新建托育点20个，新增公办幼儿园三所，8月底前招生，购置校车12艘。（牵头单位：市住建局）
（二）改善校园环境。开设特色课程12节，一季度2节，上半年5节，前三季度8节。
三、着力方便群众出行
（一）优化公交线路。新开公交线路8项，其中夜间线路3项，一季度2项，上半年4项，前三季度6项。（责任单位：市交通局）`;

test('a plan is read from its document, divided, measured; what lags is told with what it drags along, and each unit has its sheet', async ({
  browser,
}) => {
  test.slow();
  const office = await pageOf(browser, 'ducha');
  const faults = faultsOf(office);
  await office.setViewportSize({ width: 1440, height: 900 });

  await test.step('the city’s plan: what lags, what is unknown, and how a number came about', async () => {
    await office.goto('/');
    await office.getByRole('navigation').getByRole('link', { name: '年度计划', exact: true }).first().click();
    await expect(office.getByRole('heading', { level: 1 })).toContainText('年度目标任务');
    await expect(office.getByRole('heading', { name: /^滞后的 \d+ 项$/u })).toBeVisible();
    await expect(office.getByText(/使“着力壮大先进制造业”少 [\d.]+ 个百分点/u).first()).toBeVisible();
    await office.getByRole('button', { name: /^“着力壮大先进制造业”怎么算的/u }).click();
    await expect(office.getByText(/培育企业梯队：占 50%，完成 [\d.]+%/u)).toBeVisible();
    await expect(office.getByText('权重 2', { exact: true })).toBeVisible();
    await expect(office.getByText('权重合计 4，各件占多少按比例折算；其中没有定权重的 2 件。')).toBeVisible();
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/plan-1440.png');
    await office.getByRole('checkbox', { name: '只看滞后和不明' }).check();
    await expect(office.getByRole('rowheader', { name: /城镇新增就业/u })).toHaveCount(0);
    await inScheme(office, 'dark');
    await glimpse(office, 'test-results/plan-1440-dark.png');
    await inScheme(office, 'light');
  });

  await test.step('a document is read into a tree; what is missing is told, and nothing is published before it is there', async () => {
    await follow(office, '/plans/new');
    await office.getByLabel('计划全文').fill(PLAN);
    await office.getByRole('button', { name: '读成一棵树' }).click();
    await expect(
      office.getByText(/读出总要求、2 个着力方面、3 项举措、4 项指标。\s*1 项指标还没有单位。/u),
    ).toBeVisible();
    // What the plan goes by stands above its efforts, and is no indicator whatever it counts.
    const principle = office.getByRole('listitem').filter({ has: office.getByLabel('第 1 件 内容') });
    await expect(principle.getByLabel('第 1 件 内容')).toHaveValue('总体要求：尽力而为，量力而行，公办园占比55%以上');
    await expect(principle).toContainText('总要求：着力方面都挂在它下面');
    // What has an amount and is no indicator is told before anything is published, and what a sentence says besides stays with its indicator.
    const unread = office.getByRole('group').filter({ hasText: '有数量而没有读成指标的 2 处' });
    await expect(unread.getByRole('listitem')).toHaveText(['公办园占比55%以上', '购置校车12艘']);
    await expect(office.getByText('随指标带上：8月底前招生，购置校车12艘')).toBeVisible();
    await expect(office.getByText('原文：新增公办幼儿园三所')).toBeVisible();
    await expect(office.getByText('还有 2 处要补：')).toBeVisible();
    await expect(office.getByRole('button', { name: '第 10 件的分季度数请核对' })).toBeVisible();
    // Without a unit the quarters of the text can be held against nothing, and that is what is said.
    const course = office.getByRole('listitem').filter({ has: office.getByLabel('第 7 件 计量单位') });
    await expect(course.getByText(/分季度数要等选定计量单位才能读/u)).toBeVisible();
    await expect(course.getByText(/看不出是累计还是当季/u)).toHaveCount(0);
    // What belongs to an indicator is none of its own, and the quarters of the text wait for somebody to check them.
    await expect(office.getByText('随指标带上：其中夜间线路3项')).toBeVisible();
    await expect(office.getByText('原文的分季度数：一季度2项，上半年4项，前三季度6项')).toBeVisible();
    await expect(office.getByLabel('第 10 件 第2季度末')).toHaveValue('4');
    await expect(office.getByRole('button', { name: '下达 11 件' })).toBeDisabled();
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/plan-new-1440.png');
    await office.getByRole('button', { name: '第 7 件没有计量单位' }).click();
    await expect(office.getByLabel('第 7 件 计量单位')).toBeFocused();
    // What was typed meanwhile stays, and the others are read with the unit.
    await course.getByText('分季度累计、起点和权重').click();
    await office.getByLabel('第 7 件 第2季度末').fill('6');
    await office.getByLabel('第 7 件 计量单位').selectOption('门');
    const quarters = (n: number) => office.getByLabel(`第 7 件 第${n}季度末`);
    for (const [i, value] of ['2', '6', '8'].entries()) await expect(quarters(i + 1)).toHaveValue(value);
    await course.getByRole('button', { name: /核对无误/u }).click();
    await course.getByText('分季度累计、起点和权重').click();
    await quarters(3).fill('');
    await chooseUnit(office.getByRole('combobox', { name: '第 7 件 责任单位' }), '市城市管理局');
    await expect(office.getByRole('button', { name: '下达 11 件' })).toBeDisabled();
    await office.getByRole('button', { name: '核对无误 新开公交线路' }).click();
    await expect(office.getByRole('button', { name: /核对无误/u })).toHaveCount(0);
    // What was looked over outlives a reload, and is left for another document only when one was read.
    await office.reload();
    await expect(office.getByLabel('第 7 件 计量单位')).toHaveValue('门');
    await office.getByRole('button', { name: '换一份文件' }).click();
    await office.getByRole('button', { name: /回到正在核对的/u }).click();
    await expect(office.getByLabel('第 7 件 计量单位')).toHaveValue('门');
    // A quarter that the text gives and the plan does not have is asked about before it is lost.
    await office.getByRole('button', { name: '下达 11 件' }).click();
    const asked = office.getByRole('form', { name: /1 项指标的分季度数原文里有/u });
    await expect(asked).toContainText('一季度2节，上半年5节，前三季度8节');
    expect(await wrongOn(office)).toEqual([]);
    await glimpse(office, 'test-results/plan-left-out-1440.png');
    await asked.getByRole('button', { name: /第 7 件/u }).click();
    await expect(quarters(3)).toBeFocused();
    await quarters(3).fill('9');
    await office.getByRole('button', { name: '下达 11 件' }).click();
    await expect(office.getByRole('heading', { level: 1 })).toContainText(`莲城市${YEAR}年民生实事计划`);
    await expect(office.getByText('没有已知滞后的指标。')).toBeVisible();
  });

  const plan = new URL(office.url()).searchParams.get('plan')!;
  const tree = () => read<TreeView>(office, `/api/trees/${plan}`);
  const nodeOf = async (text: string) => (await tree()).nodes.find((node) => node.text === text)!;

  await test.step('whoever comes without having looked sees the largest plan, and as of a day the one that there was; the other says that it was not there', async () => {
    const other = await pageOf(browser, 'ducha');
    const title = other.getByRole('heading', { level: 1 });
    await other.goto('/plans');
    await expect(title).toContainText('年度目标任务');
    const yesterday = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10);
    await other.goto(`/plans?asOf=${yesterday}`);
    await expect(title).toContainText('年度目标任务');
    await expect(other.getByRole('alert')).toHaveCount(0);
    await other.goto(`/plans?plan=${plan}&asOf=${yesterday}`);
    await expect(other.getByRole('alert')).toContainText(/那天.*还没有这份计划/u);
    await glimpse(other, 'test-results/plan-not-yet.png');
    await other.goto('/plans?asOf=2019-01-01');
    await expect(other.getByText(/还没有计划，最早的计划在 /u)).toBeVisible();
    // Looked at, it is what is shown the next time.
    await other.goto(`/plans?plan=${plan}`);
    await expect(title).toContainText('民生实事计划');
    await other.goto('/plans');
    await expect(title).toContainText('民生实事计划');
    // Read once more under the same name, it says so before it is issued twice.
    await other.goto('/plans/new');
    await other.getByLabel('计划全文').fill(PLAN);
    await other.getByRole('button', { name: '读成一棵树' }).click();
    await expect(other.getByText(/已有同名计划“莲城市\d{4}年民生实事计划”/u)).toBeVisible();
    expect(await wrongOn(other)).toEqual([]);
    await other.getByLabel('计划名称').fill('另一份计划');
    await expect(other.getByText(/已有同名计划/u)).toHaveCount(0);
    await glimpse(other, 'test-results/plan-again.png');
  });

  await test.step('what the plan goes by is a level of the tree, summed up as the others', async () => {
    const { nodes } = await tree();
    expect(nodes.slice(0, 4).map(({ depth, level }) => [depth, level.zh])).toEqual([
      [0, '计划'],
      [1, '总要求'],
      [2, '着力方面'],
      [3, '举措'],
    ]);
    expect(nodes[1]).toMatchObject({ share: '100', sum: nodes[0]!.sum });
    await expect(office.getByRole('rowheader').filter({ hasText: /总要求\s*总体要求：尽力而为/u })).toBeVisible();
    await glimpse(office, 'test-results/plan-principle-1440.png');
  });

  await test.step('the quarters that were checked are its plan', async () => {
    const [target] = (await nodeOf('新开公交线路')).targets;
    expect(target!.plan.map(({ quantity }) => quantity)).toEqual(['0', '2', '4', '6', '8']);
  });

  await test.step('a unit reads its indicator: it lags, and what stands above it with it', async () => {
    const unit = await pageOf(browser, 'zhujian');
    const { id, targets } = await nodeOf('新建托育点');
    await act(unit, id, 'accept');
    const today = (await tree()).asOf;
    await act(unit, id, 'measure', { target: targets[0]!.target, value: '0', on: today });
    await office.reload();
    await expect(office.getByRole('heading', { name: '滞后的 1 项' })).toBeVisible();
    await expect(office.getByText(/使“增加托位”少 [\d.]+ 个百分点/u)).toBeVisible();
    expect((await nodeOf('增加托位')).sum).toMatchObject({ unknown: '50' });

    await unit.setViewportSize({ width: 390, height: 844 });
    await unit.goto(`/plans?plan=${plan}`);
    await unit.getByRole('link', { name: /^市住建局 2$/u }).click();
    await expect(unit.getByRole('heading', { level: 1 })).toContainText('市住建局');
    await expect(unit.getByText(/共 2 项：滞后 1 项，不明 1 项/u)).toBeVisible();
    expect(await wrongOn(unit)).toEqual([]);
    expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await glimpse(unit, 'test-results/plan-unit-390.png');
    // On paper it is one lying sheet on which each line has room, and says of which day it tells.
    const { sheets, width, height } = await printed(await unit.pdf({ preferCSSPageSize: true }));
    expect([sheets.length, width > height]).toEqual([1, true]);
    expect(sheets[0]).toMatch(/截至\d+月\d+日.*第1季度末/u);
    expect(sheets[0]).not.toContain('返回整个计划');
    const [file] = await Promise.all([
      unit.waitForEvent('download'),
      unit.getByRole('link', { name: '导出 XLSX' }).click(),
    ]);
    expect(file.suggestedFilename()).toContain('市住建局');
    await unit.goto(`/plans?plan=${plan}`);
    await inScheme(unit, 'dark');
    // On a phone the measures stand open and their indicators closed, with how far and where it stands on one line.
    const measure = unit.getByRole('row').filter({ hasText: '增加托位' });
    await expect(measure).toBeVisible();
    await expect(unit.getByRole('rowheader', { name: /新建托育点/u })).toHaveCount(0);
    const [far, stands] = [measure.getByRole('button', { name: /怎么算的/u }), measure.getByText(/^▼ 滞后$/u)];
    // Between two looks the page may still move.
    await expect(async () => {
      const [left, right] = [(await far.boundingBox())!, (await stands.boundingBox())!];
      expect(right.y, 'beside and not below').toBeLessThan(left.y + left.height);
    }).toPass();
    await unit.getByRole('button', { name: '展开 增加托位' }).click();
    await expect(unit.getByRole('rowheader', { name: /新建托育点/u })).toBeVisible();
    expect(await wrongOn(unit)).toEqual([]);
    expect(await unit.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await glimpse(unit, 'test-results/plan-390.png');
  });

  await test.step('the office gives a unit its share in one act, with how much and of what weight, and mends both by hand', async () => {
    const { id } = await nodeOf('新开公交线路');
    await follow(office, `/matters/${id}`);
    const form = await begin(office, '分解');
    await form.getByLabel('分出去办的内容').fill('整治城区公交站点');
    await chooseUnit(form.getByRole('combobox', { name: '交给哪个单位' }), '市城市管理局');
    await form.getByRole('button', { name: '加指标' }).click();
    const share = form.getByRole('group', { name: '指标', exact: true });
    // A share begins in the unit of the whole, and by its day.
    await expect(share.getByLabel('单位')).toHaveValue('项');
    await share.getByLabel('完成期限').focus();
    await expect(share.getByLabel('完成期限')).toHaveValue(`${YEAR}-12-31`);
    await share.getByLabel('完成期限').press('Tab');
    await share.getByLabel('数量').fill('5');
    await form.getByLabel('权重').fill('2');
    expect(await wrongOn(office, { within: FORM })).toEqual([]);
    await glimpse(office, 'test-results/plan-divide-1440.png');
    await office.setViewportSize({ width: 390, height: 844 });
    await inScheme(office, 'dark');
    expect(await wrongOn(office, { within: FORM })).toEqual([]);
    expect(await office.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await glimpse(office, 'test-results/plan-divide-390-dark.png');
    await finish(form, '分解');
    await office.setViewportSize({ width: 1440, height: 900 });
    await inScheme(office, 'light');
    const part = await nodeOf('整治城区公交站点');
    expect(part).toMatchObject({ parent: id, weight: '2', targets: [{ quantity: '5', in: '项', sense: 'least' }] });
    await follow(office, `/plans?plan=${plan}`);
    await expect(
      office.getByRole('row').filter({ has: office.getByRole('rowheader', { name: /整治城区公交站点/u }) }),
    ).toContainText('5 项');

    await follow(office, `/matters/${part.id}`);
    const anew = await begin(office, '下达目标');
    await anew.getByLabel('方向').selectOption('不超过');
    await anew.getByLabel('数量').fill('4');
    await anew.getByLabel('起点').fill('9');
    await anew.getByLabel('完成期限').fill(LATER);
    await anew.getByLabel('完成期限').press('Tab');
    await anew.getByLabel('调整原因').fill('按未整治的站点数考核');
    await glimpse(office, 'test-results/plan-target-1440.png');
    await finish(anew, '下达目标');
    const mended = await begin(office, '更正');
    await expect(mended.getByLabel('权重')).toHaveValue('2');
    await mended.getByLabel('权重').fill('1.5');
    await mended.getByLabel('更正理由').fill('与交通局商定');
    await finish(mended, '更正');
    expect(await nodeOf('整治城区公交站点')).toMatchObject({
      weight: '1.5',
      targets: [{ quantity: '4', start: '9', sense: 'most', in: '项' }],
    });
    const even = await begin(office, '更正');
    await even.getByLabel('权重').fill('');
    await even.getByLabel('更正理由').fill('各项同等计');
    await finish(even, '更正');
    expect(await nodeOf('整治城区公交站点')).toMatchObject({ weight: null });
  });
  expect(faults).toEqual([]);
});
