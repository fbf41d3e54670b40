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
  await expect(page.getByText('/api/session').first()).toBeVisible();
});
