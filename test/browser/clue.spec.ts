import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { SessionView } from '../../src/platform/identity/contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { glimpse } from './camera.ts';
import { act, pageOf, read, send } from './scene.ts';

const TEXT = '采购科有人收受回扣，去年秋天开始';
const ANSWER = '仓库的王师傅看见过';

test('a reporter on a phone is asked and answers; who is not named finds nothing, the administrator included', async ({
  browser,
}, info) => {
  const id = () => uuidv7(new Date());
  const admin = await pageOf(browser, 'guanli');
  const source = readFileSync(join(import.meta.dirname, '../../mechanisms/clue.yaml'), 'utf8');
  await send(admin, '/api/mechanisms', { id: id(), source, seen: 0 });
  const desk = await pageOf(browser, 'fagai');
  const { caller } = await read<SessionView>(desk, '/api/session');
  await send(admin, '/api/circles/clue/acts', { id: id(), kind: 'open-circle', given: { seat: caller.seat } });

  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.goto('/clue');
  await expect(phone.getByRole('heading', { name: '匿名反映：问题线索' })).toBeVisible();
  expect(await wrongOn(phone)).toEqual([]);
  await glimpse(phone, info.outputPath('tell-phone.png'));
  await phone.getByLabel('反映的问题').fill(TEXT);
  await phone.getByRole('button', { name: '提交' }).click();
  const ticket = phone.locator('dl').first();
  await expect(ticket).toContainText('线索');
  const [number, pass] = await ticket.locator('dd').allInnerTexts();

  await desk.goto('/');
  await desk.getByRole('link', { name: /密文/u }).first().click();
  await expect(desk.getByText(number!).first()).toBeVisible();
  const matter = desk.url().split('/').at(-1)!.split('?')[0]!;
  const personal = desk.getByRole('region', { name: '个人信息' });
  await personal.getByRole('button', { name: '显示联系方式' }).click();
  await personal.getByRole('form').getByLabel('用途').fill('核查线索');
  await personal.getByRole('form').getByRole('button', { name: '显示联系方式' }).click();
  await expect(personal).toContainText(TEXT);
  expect(await wrongOn(desk)).toEqual([]);
  await glimpse(desk, info.outputPath('shown.png'));
  await act(desk, matter, 'accept');
  await act(desk, matter, 'inquire', { text: '有没有人看见过？' });

  await phone.goto('/appeal/follow');
  await phone.getByLabel('编号').fill(number!);
  await phone.getByLabel('查询码').fill(pass!);
  await phone.getByRole('button', { name: '查看' }).click();
  await expect(phone.getByRole('heading', { name: TEXT })).toBeVisible();
  await expect(phone.getByText('有没有人看见过？').first()).toBeVisible();
  await phone.getByRole('textbox').first().fill(ANSWER);
  await phone
    .getByRole('button', { name: /回答|回复|提交/u })
    .first()
    .click();
  await expect(phone.getByText(ANSWER)).toBeVisible();
  await glimpse(phone, info.outputPath('answered-phone.png'));

  for (const login of ['ducha', 'shizhang', 'guanli', 'fagai-head']) {
    const other = await pageOf(browser, login);
    await other.goto(`/matters/${matter}`);
    await expect(other.getByText('没有这一事项').first()).toBeVisible();
    await expect(other.locator('body')).not.toContainText(number!);
    await other.goto(`/ledger?scope=all&phase=any&q=${encodeURIComponent('线索')}`);
    await expect(other.getByRole('main')).not.toContainText(number!);
  }
});
