import { randomInt } from 'node:crypto';
import { addDays, dayOf } from '../../src/kernel/index.ts';
import { expect, test } from './app.ts';
import { begin, finish, rowOf, rowsOf, said, SIZES, told } from './day.ts';
import { assigned, faultsOf, matterOf, pageOf, read, seatOf } from './scene.ts';

// A handler's day: told of it, taken on, worked on, asked about, answered.

const TODAY = dayOf(new Date());
/** A bureau for each size, so that both days may be lived at once. */
const UNITS = { desk: ['caizheng', '市财政局'], phone: ['renshe', '市人社局'] } as const;

for (const size of ['desk', 'phone'] as const)
  test(`a handler’s whole day, at the size of a ${size}`, async ({ browser }) => {
    const [login, unit] = UNITS[size];
    const mark = `${unit}的一天${randomInt(1e6)}`;
    const office = await seatOf('ducha');
    const page = await pageOf(browser, login, SIZES[size]);
    const head = await seatOf(`${login}-head`);
    const faults = faultsOf(page);
    const [later, sooner] = await assigned(office, [
      { text: `${mark}：摸清闲置场所底数`, lead: unit, due: addDays(TODAY, 40) },
      { text: `${mark}：兑付首批惠企资金`, lead: unit, due: addDays(TODAY, 20) },
    ]);

    await test.step('what came overnight', async () => {
      await told(page, sooner!.id, 'assigned');
      await page.goto('/');
      await page.getByRole('button', { name: /^通知，\d+\+? 条未读$/u }).click();
      const line = page.getByRole('dialog', { name: '通知' }).getByRole('article').filter({ hasText: sooner!.text });
      await expect(line).toContainText('新交办');
      await line.getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sooner!.text);
    });

    await test.step('what is to be done, the worst first, accepted in its row', async () => {
      await page.goto('/');
      const row = rowOf(page, sooner!.id);
      await expect(row).toContainText('待签收');
      await row.getByRole('button', { name: /^签收/u }).click();
      await said(page, /已签收：交办/u);
      // What waits to be accepted is due tomorrow, what has been accepted in weeks.
      await page.reload();
      await expect(row).toContainText('待办结反馈');
      const order = await rowsOf(page);
      expect(order.indexOf(later!.id)).toBeLessThan(order.indexOf(sooner!.id));
      await row.getByRole('link', { name: sooner!.text }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sooner!.text);
    });

    await test.step('how far it has come, with a photo', async () => {
      const form = await begin(page, '反馈进展');
      await form.getByLabel('进展情况').fill('首批 36 户已完成公示。');
      const photo = { name: '公示栏.jpg', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) };
      await form.locator('input[type=file][accept*=".pdf"]').setInputFiles(photo);
      await expect(form.getByRole('button', { name: '去掉 公示栏.jpg' })).toBeVisible();
      await finish(form, '反馈进展');
      await expect(page.getByRole('region', { name: '经过' })).toContainText('首批 36 户已完成公示。');
    });

    await test.step('more time, asked for before it is needed', async () => {
      const form = await begin(page, '申请延期');
      await form.getByLabel('延期至').fill(addDays(TODAY, 30));
      await form.getByLabel('理由').fill('两户材料需上级复核。');
      await finish(form, '申请延期');
      await expect(page.getByRole('region', { name: '经过' })).toContainText('两户材料需上级复核。');
    });

    await test.step('a colleague, called by name and told', async () => {
      const { caller } = await read<{ caller: { name: string } }>(head, '/api/session');
      const form = await begin(page, '备注');
      const words = form.getByLabel('内容');
      await words.pressSequentially(`请@${caller.name.slice(0, 2)}`);
      await page.getByRole('option', { name: caller.name }).first().click();
      await words.pressSequentially('过目');
      await finish(form, '备注');
      await told(head, sooner!.id, 'mentioned');
    });

    await test.step('the answer, with its evidence', async () => {
      const form = await begin(page, '办结反馈');
      await form.getByLabel('办理结果').fill('首批资金已全部兑付到户。');
      await form.getByRole('button', { name: '办结反馈', exact: true }).click();
      await expect(form.getByText('请补上“佐证材料”')).toBeVisible();
      const slip = { name: '拨付凭证.txt', mimeType: 'text/plain', buffer: Buffer.from('已拨付\n') };
      await form.locator('input[type=file][accept*=".pdf"]').setInputFiles(slip);
      await expect(form.getByRole('button', { name: '去掉 拨付凭证.txt' })).toBeVisible();
      await finish(form, '办结反馈');
      const { row, files } = await matterOf(office, sooner!.id);
      expect(row.stage).toBe('answered');
      expect(files.map(({ name }) => name)).toEqual(['公示栏.jpg', '拨付凭证.txt']);
    });

    await page.goto('/');
    await expect(rowOf(page, later!.id)).toBeVisible();
    await expect(rowOf(page, sooner!.id)).toHaveCount(0);
    expect(faults).toEqual([]);
  });
