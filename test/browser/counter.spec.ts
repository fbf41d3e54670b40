import { randomInt } from 'node:crypto';
import { creditCheckDigit } from '../../src/directory/enterprises/credit-code.rules.ts';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { EnterprisePage } from '../../src/directory/enterprises/enterprise.contract.ts';
import { expect, test } from './app.ts';
import { WCAG, wrongOn } from './axe.ts';
import { faultsOf, inScheme, pageOf, read } from './scene.ts';
import { requestsOf, settled } from './settled.ts';

// The pages for whoever has no seat: what there is to see before anything was raised, and how an enterprise comes in.

const PLACES = [
  '/appeal',
  '/appeal/follow',
  '/appeal/sign-in',
  '/appeal/mine',
  '/appeal/new',
  '/appeal/listed',
  '/appeal/answers',
  '/appeal/l/gone-gone-gone-gone-gone',
];
/** Axe sees each page by day in one language and by night in the other: words change no colours. */
const SEEN_IN = { 'zh-CN': 'light', 'en-GB': 'dark' } as const;
/** What is expected there and is no fault: that nobody has signed in, that a link is over. */
const EXPECTED = /status of 401/u;

for (const locale of ['zh-CN', 'en-GB'] as const)
  test(`the counter in ${locale}: nothing that axe finds, no sideways scroll, in light and dark`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const faults = faultsOf(page);
    const open = requestsOf(page);
    for (const place of PLACES) {
      await page.goto(place);
      await expect(page.locator('main h1, main p').first(), place).toBeVisible();
      await settled(page, open);
      for (const colorScheme of ['light', 'dark'] as const) {
        await inScheme(page, colorScheme);
        for (const width of [1440, 390, 360]) {
          await page.setViewportSize({ width, height: 844 });
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect.soft(sideways, `${place} ${width}`).toBe(0);
        }
        if (colorScheme === SEEN_IN[locale])
          expect.soft(await wrongOn(page, { rules: WCAG }), `${place} ${colorScheme}`).toEqual([]);
        if (locale === 'en-GB')
          expect
            .soft((await page.locator('main').innerText()).replaceAll('中文', ''), place)
            .not.toMatch(/appeal\.[a-z]/u);
      }
    }
    expect(faults.filter((fault) => !EXPECTED.test(fault))).toEqual([]);
  });

test('an administrator confirms a phone; its holder signs in for the enterprise by the code, and not by a wrong one', async ({
  browser,
}) => {
  const admin = await pageOf(browser, 'guanli');
  const { rows } = await read<EnterprisePage>(admin, '/api/enterprises?limit=60');
  const enterprise = rows[randomInt(1, rows.length)]!;
  const phone = `139${String(randomInt(1e8)).padStart(8, '0')}`;
  await admin.goto(`/admin/enterprises?q=${enterprise.code}`);
  await admin.getByRole('button', { name: `维护：${enterprise.name}` }).click();
  await admin.getByRole('button', { name: '核实并添加' }).click();
  await admin.getByLabel('手机或邮箱').fill(phone);
  await admin.getByRole('button', { name: '核实并添加' }).click();
  await expect(admin.getByText(`${phone.slice(0, 3)}****${phone.slice(7)}`)).toBeVisible();
  await expect(admin.getByText(phone)).toBeHidden();
  await admin.getByRole('button', { name: '显示全部' }).click();
  await admin.getByLabel('用途').fill('核对号码');
  await admin.getByRole('button', { name: '显示全部' }).click();
  await expect(admin.getByText(phone)).toBeVisible();

  const owner = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await owner.goto('/appeal');
  await owner.getByRole('link', { name: '企业登录' }).click();
  await owner.getByLabel('统一社会信用代码').fill(enterprise.code.toLowerCase());
  await owner.getByLabel('已核实的手机或邮箱').fill(phone);
  await owner.getByRole('button', { name: '获取验证码' }).click();
  await expect(owner.getByLabel('验证码')).toBeFocused();
  const { rows: sent } = await read<{ rows: { to: string; text: string }[] }>(admin, '/api/demo/outbox');
  const code = /\d{6}/u.exec(sent.find(({ to }) => to === phone)!.text)![0];
  await owner.getByLabel('验证码').fill(String((Number(code) + 1) % 1e6).padStart(6, '0'));
  await owner.getByRole('button', { name: '登录' }).click();
  await expect(owner.getByRole('alert')).toContainText('验证码不对');
  await owner.getByLabel('验证码').fill(code);
  await expect(owner.getByRole('alert')).toHaveCount(0);
  await owner.getByRole('button', { name: '登录' }).click();
  await expect(owner.getByRole('heading', { name: '我的诉求' })).toBeVisible();
  await owner.reload();
  await expect(owner.getByRole('link', { name: '提出诉求' })).toBeVisible();
  await owner.getByRole('button', { name: '退出' }).click();
  await expect(owner.getByRole('link', { name: '企业登录' })).toBeVisible();
});

test('a credit code that is refused on the phone is refused no more once it is put right, before anything is sent again', async ({
  browser,
}) => {
  const owner = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await owner.goto('/appeal/new');
  await owner.getByLabel('诉求内容').fill(`车间停水，第 ${randomInt(1e6)} 次`);
  await owner.getByRole('button', { name: '下一步' }).click();
  await owner.getByRole('radio', { name: '企业' }).check();
  const first = `91410300MA${String(randomInt(1e7)).padStart(7, '0')}`;
  const right = creditCheckDigit(first)!;
  const code = owner.getByLabel(/^统一社会信用代码/u);
  await code.fill(`${first}${right === '0' ? '1' : '0'}`);
  await owner.getByRole('button', { name: '提交' }).click();
  await expect(owner.getByRole('alert')).toContainText('信用代码有误');
  await code.fill(`${first}${right}`);
  await expect(owner.getByRole('alert')).toHaveCount(0);
  await owner.getByRole('button', { name: '提交' }).click();
  await expect(owner.getByRole('heading', { name: '已经收到' })).toBeVisible();
});

test('a number and a code that do not fit are refused in words, and nothing typed is lost', async ({ page }) => {
  await page.goto('/appeal/follow');
  await page.getByLabel('编号', { exact: true }).fill(`2026-${uuidv7(new Date()).slice(-4)}9999`);
  await page.getByLabel('查询码').fill('ACDEFGHJK7');
  await page.getByRole('button', { name: '查看' }).click();
  await expect(page.getByRole('alert')).toContainText('编号或查询码不对');
  await expect(page.getByLabel('查询码')).toHaveValue('ACDEFGHJK7');
});

test('a link that a message has cut short is told as one that is over, with the way on', async ({ page }) => {
  await page.goto('/appeal/l/ikmqTNMAF');
  await expect(page.getByRole('heading', { name: '链接没有打开' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('链接已失效。请用编号和查询码查看');
  await page.getByRole('link', { name: '查询办理情况' }).click();
  await expect(page.getByLabel('查询码')).toBeVisible();
});

test('a phone’s way back leads from the second step to the first, and a reload stays at the second', async ({
  page,
}) => {
  await page.goto('/appeal');
  await page.getByRole('link', { name: '提出诉求' }).click();
  await page.getByLabel('诉求内容').fill('园区东门的路灯坏了一排，值班室 0374-2965123，手机 138 1234 0000');
  await page.getByRole('button', { name: '下一步' }).click();
  // What was written already is offered, and not typed twice.
  await page.getByRole('button', { name: '用诉求内容里的 13812340000' }).click();
  await page.goBack();
  await expect(page.getByLabel('诉求内容')).toHaveValue(
    '园区东门的路灯坏了一排，值班室 0374-2965123，手机 138 1234 0000',
  );
  await page.goForward();
  await page.reload();
  await expect(page.getByLabel(/^手机或邮箱/u)).toHaveValue('13812340000');
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByLabel('诉求内容')).toHaveValue(
    '园区东门的路灯坏了一排，值班室 0374-2965123，手机 138 1234 0000',
  );
  await page.goBack();
  await expect(page.getByRole('link', { name: '企业登录' })).toBeVisible();
});

test('whoever pastes more than is taken is told that the rest is not there, and where it may go', async ({ page }) => {
  await page.goto('/appeal/new');
  const words = page.getByLabel('诉求内容');
  await words.fill('长'.repeat(3999));
  await expect(words).toHaveAccessibleDescription(/遇到什么困难/u);
  await words.press('End');
  await page.keyboard.insertText('尾'.repeat(30));
  await expect(words).toHaveValue(`${'长'.repeat(3999)}尾`);
  await expect(words).toHaveAccessibleDescription('已满 4000 字，超出的没有录入。写不下的请作为附件添加。');
});
