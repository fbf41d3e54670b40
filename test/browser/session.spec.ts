import { uuidv7 } from '../../src/kernel/index.ts';
import { account, expect, signIn, test } from './app.ts';

test('whoever is not signed in is asked to, whatever page they wanted', async ({ page }) => {
  await page.goto('/ledger');
  await expect(page.locator('input[type=password]')).toBeVisible();
});

test('signing in by the page leads into it, and a wrong password says so in words', async ({ page }) => {
  const { login, password } = account('ducha');
  await page.goto('/');
  const [name, secret] = [page.locator('input[autocomplete=username]'), page.locator('input[type=password]')];
  await name.fill(login);
  await secret.fill('not-the-password');
  await secret.press('Enter');
  await expect(page.getByText('登录名或密码不正确')).toBeVisible();
  await secret.fill(password);
  await secret.press('Enter');
  await expect(secret).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeVisible();
});

test('whose session is gone while they write is told so, and finds the words again', async ({ page }) => {
  await signIn(page, 'ducha');
  const { rows } = (await (await page.request.get('/api/matters?limit=1')).json()) as { rows: { id: string }[] };
  const address = `/matters/${rows[0]!.id}`;
  await page.goto(address);
  await page.getByRole('button', { name: '备注', exact: true }).click();
  const form = page.getByRole('form');
  await form.getByRole('textbox').fill('写到一半的话');
  await page.context().clearCookies();
  await form.getByRole('button', { name: '备注' }).click();
  await expect(page.getByText('登录已失效，请重新登录')).toBeVisible();
  await page.locator('input[autocomplete=username]').fill('ducha');
  await page.locator('input[type=password]').fill(account('ducha').password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(address));
  await page.getByRole('button', { name: /^备注/u }).click();
  await expect(form.getByRole('textbox')).toHaveValue('写到一半的话');
  await form.getByRole('textbox').fill('');
});

test('a page runs no foreign code: nothing is loaded from elsewhere and nothing breaks its policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const broken: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== baseURL) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) broken.push(message.text());
  });
  await signIn(page, 'ducha');
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(foreign).toEqual([]);
  expect(broken).toEqual([]);
});

test('the interface can be tried on its own page', async ({ page }) => {
  await page.goto('/api/docs/');
  await expect(page.getByRole('heading', { name: /Huiyin/ })).toBeVisible();
  await page.locator('#operations-tag-session').click();
  await expect(page.getByText('/api/session', { exact: true }).first()).toBeVisible();
});

test('a first visit is told nothing and begins in the login name, in the browser’s own language', async ({
  browser,
  page,
}) => {
  await page.goto('/ledger');
  await expect(page.getByLabel('登录名')).toBeFocused();
  await expect(page.locator('form').getByRole('status')).toHaveCount(0);
  const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await visitor.goto('/');
  await expect(visitor.getByLabel('Login')).toBeFocused();
  await visitor.getByLabel('Login').fill('nobody-here');
  await visitor.getByLabel('Password').fill('not-the-password');
  await visitor.getByLabel('Password').press('Enter');
  await expect(visitor.getByText(/The login or the password is wrong/u)).toBeVisible();
  await visitor.getByRole('button', { name: '中文' }).click();
  await visitor.reload();
  await expect(visitor.getByLabel('登录名')).toBeVisible();
});

test('whoever’s seat is handed over while they look is told so at once, and to whom', async ({ browser, page }) => {
  const admin = (await browser.newContext()).request;
  const { password } = account('guanli');
  await admin.post('/api/session', { data: { login: 'guanli', password } });
  const units = (await (await admin.get('/api/units')).json()) as { rows: { id: string; retiredAt: string | null }[] };
  const unit = units.rows.find(({ retiredAt }) => retiredAt === null)!;
  const [seat, before, after] = [uuidv7(new Date()), uuidv7(new Date()), uuidv7(new Date())];
  const person = (id: string, name: string, more: object) =>
    admin.post('/api/people', { data: { id, login: `u${id}`, name, seat: null, ...more } });
  const opened = await person(before, '方去', { seat: { id: seat, unit: unit.id, role: 'handler', title: '经办人' } });
  await person(after, '季来', {});
  const first = ((await opened.json()) as { password: string }).password;
  await page.request.post('/api/session', { data: { login: `u${before}`, password: first } });
  const change = { id: uuidv7(new Date()), current: first, next: '办事不过夜 2026' };
  await page.request.put('/api/session/password', { data: change });
  await page.goto('/ledger');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const handOver = { id: uuidv7(new Date()), kind: 'hand-over', given: { account: after } };
  expect((await admin.post(`/api/seats/${seat}/acts`, { data: handOver })).ok()).toBe(true);
  await expect(page.getByRole('status').filter({ hasText: '已移交给季来' })).toBeVisible();
  await expect(page.getByLabel('登录名')).toBeFocused();
});
