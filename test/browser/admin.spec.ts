import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { assigned, faultsOf, follow, matterOf, pageOf, unitNamed } from './scene.ts';

// An administrator's day: a new bureau, its people, one who moves on, a merger.

const mark = () => `${randomInt(1e6)}`;

async function addUnit(page: Page, name: string, shortName = ''): Promise<void> {
  await page.goto('/admin/units');
  await page.getByRole('button', { name: '新增单位' }).click();
  const form = page.getByRole('form', { name: '新增单位' });
  await form.getByLabel('名称', { exact: true }).fill(name);
  await form.getByLabel('简称').fill(shortName);
  await form.getByRole('button', { name: '新增单位' }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
}

/** Opens an account with a seat in that unit; returns the first password. */
async function openAccount(page: Page, name: string, login: string, unit: string | null): Promise<string> {
  await page.goto('/admin/people');
  await page.getByRole('button', { name: '开设账号' }).click();
  const form = page.getByRole('form', { name: '开设账号' });
  await form.getByLabel('姓名').fill(name);
  await form.getByLabel('登录名').fill(login);
  if (unit) {
    await form.getByLabel('所在单位').fill(unit);
    await page.getByTitle(unit, { exact: true }).locator('visible=true').first().click();
  } else {
    await form.getByLabel('角色').selectOption({ label: '暂不设岗位' });
    await expect(form.getByLabel('所在单位')).toBeHidden();
  }
  await form.getByRole('button', { name: '开设账号' }).click();
  const shown = page.getByRole('region', { name: '初始密码' });
  await expect(shown).toBeVisible();
  const password = await shown.getByRole('status').innerText();
  await shown.getByRole('button', { name: '已记下' }).click();
  return password;
}

test('a login that somebody has is said at its field, by its name', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: '开设账号' }).click();
  const form = page.getByRole('form', { name: '开设账号' });
  await form.getByLabel('姓名').fill('白露');
  await form.getByLabel('登录名').fill(`bailu${mark()}`);
  await form.getByRole('button', { name: '开设账号' }).click();
  await expect(form.getByText('经办人和单位负责人必须属于一个单位。请选择所在单位。')).toBeVisible();
  await form.getByLabel('登录名').fill('Ducha');
  await form.getByLabel('角色').selectOption('mayor');
  await form.getByRole('button', { name: '开设账号' }).click();
  await expect(form.getByLabel('登录名')).toHaveAccessibleDescription('登录名“ducha”已被使用，请换一个。');
  await expect(form.getByRole('alert')).toHaveCount(0);
});

test('a new bureau is added, renamed, and its history tells both names', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  const faults = faultsOf(page);
  await page.goto('/');
  await page.getByRole('link', { name: '管理' }).click();
  await expect(page.getByRole('heading', { name: '单位', level: 1 })).toBeVisible();
  const [name, next] = [`市试点局${mark()}`, `市试验局${mark()}`];
  await addUnit(page, name, name);
  await page.getByRole('button', { name: '改名' }).click();
  const form = page.getByRole('form', { name: '改名' });
  // Lists show the short name: one that repeats the old name would hide the new one.
  await expect(form.getByLabel('简称')).toHaveValue('');
  await form.getByLabel('名称', { exact: true }).fill(next);
  await form.getByRole('button', { name: '改名' }).click();
  await expect(page.getByRole('heading', { name: next, level: 2 })).toBeVisible();
  const panel = page.getByRole('article', { name: next });
  await expect(panel.getByText('曾用名')).toBeVisible();
  await expect(panel.getByText(`改名为“${next}”`)).toBeVisible();
  await expect(panel.getByText(`新增单位“${name}”`)).toBeVisible();
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('form', { name: '停用' }).getByRole('button', { name: '停用' }).click();
  await expect(page.getByRole('button', { name: '改名' })).toBeHidden();
  // It stays in sight, marked, for as long as it is looked at.
  const list = page.getByRole('region', { name: '单位列表' });
  await expect(list.getByRole('link', { name: `${next} 已停用` })).toBeVisible();
  await follow(page, '/admin/units');
  await expect(list.getByText('市政府督查室')).toBeVisible();
  await expect(list.getByText(next)).toBeHidden();
  expect(faults).toEqual([]);
});

test('whoever is new signs in with the first password, must change it, and only then sees the desk', async ({
  browser,
  page,
}) => {
  const admin = await pageOf(browser, 'guanli');
  const login = `xin${mark()}`;
  const first = await openAccount(admin, '辛欣', login, '市发展和改革委员会');
  await page.goto('/ledger');
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[type=password]').fill(first);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  await page.goto('/ledger');
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  // It says whose it is, and whoever is somebody else gets out of it.
  await expect(page.getByRole('main')).toContainText('辛欣');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/sign-in/u);
  await page.goto('/password');
  await expect(page).toHaveURL(/sign-in/u);
  await page.locator('input[autocomplete=username]').fill(login);
  await page.locator('input[type=password]').fill(first);
  await page.keyboard.press('Enter');
  await page.getByLabel('现在的密码').fill(first);
  await page.getByLabel('新密码', { exact: true }).fill('办事不过夜 2026');
  await page.getByLabel('再输一遍新密码').fill('办事不过夜 2027');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByText('两次输入的新密码不一致')).toBeVisible();
  await page.getByLabel('再输一遍新密码').fill('办事不过夜 2026');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  // Changed again by choice, it is no first password, and one may go back.
  await page.goto('/password');
  await expect(page.getByRole('main')).not.toContainText('初始密码');
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page).toHaveURL(/\/me$/u);
});

test('who moves on hands the seat over in one act, and the seat says who sat there when', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  const unit = `市移交局${mark()}`;
  await addUnit(page, unit);
  const [before, after] = [`钱前${mark()}`, `侯后${mark()}`];
  await openAccount(page, before, `qian${mark()}`, unit);
  await openAccount(page, after, `hou${mark()}`, null);
  await page.goto(`/admin/units?unit=${await unitNamed(page, unit)}`);
  await page.getByRole('button', { name: `移交：${before}` }).click();
  const form = page.getByRole('form', { name: `移交：${before}` });
  await form.getByLabel('接任的人').fill(after);
  await page.getByTitle(after, { exact: true }).locator('visible=true').first().click();
  await form.getByRole('button', { name: '移交' }).click();
  await expect(page.getByRole('button', { name: `移交：${after}` })).toBeVisible();
  await expect(page.getByText(`前任 ${before}`)).toBeVisible();
  await page.getByRole('button', { name: `记录：${after}` }).click();
  await expect(page.getByText(`姚思敏 将岗位移交给 ${after}`)).toBeVisible();
  await expect(page.getByText(`姚思敏 开设岗位，由 ${before} 担任`)).toBeVisible();
  // Whoever took over came without a seat and has this one alone.
  const held = await page.request.get(`/api/people?q=${encodeURIComponent(after)}`);
  expect(((await held.json()) as { rows: { seats: unknown[] }[] }).rows.map(({ seats }) => seats.length)).toEqual([1]);
  // Among the seats of whoever left, it says who has it now, and lets nobody hand it over once more.
  await follow(page, `/admin/people?q=${encodeURIComponent(before)}`);
  await page.getByRole('button', { name: `维护：${before}` }).click();
  await expect(page.getByText(`现任 ${after}`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^移交/ })).toBeHidden();
});

test('a merged bureau’s open matters go to its heir, each by an act in its story', async ({ browser }) => {
  const page = await pageOf(browser, 'guanli');
  const office = await pageOf(browser, 'ducha');
  const [old, heir] = [`市并入局${mark()}`, `市承接局${mark()}`];
  await addUnit(page, old);
  await addUnit(page, heir);
  const [matter] = await assigned(office, [{ text: '做好合并期间的供热保障', lead: old }]);
  await page.goto(`/admin/units?unit=${await unitNamed(page, old)}`);
  await page.getByRole('button', { name: '停用' }).click();
  await page.getByRole('form', { name: '停用' }).getByRole('button', { name: '停用' }).click();
  await expect(page.getByText('还有 1 项未销号的事项')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '并入' }).click();
  const form = page.getByRole('form', { name: '并入' });
  await form.getByLabel('承接单位').fill(heir);
  await page.getByTitle(heir, { exact: true }).locator('visible=true').first().click();
  await expect(form.getByText('未销号事项 1 件、在任岗位 0 个、下属单位 0 个')).toBeVisible();
  await form.getByLabel('输入要并入的单位名称以确认').fill(heir);
  await form.getByRole('button', { name: '并入' }).click();
  await expect(form.getByLabel('输入要并入的单位名称以确认')).toHaveAccessibleDescription(
    `与“${old}”不一致，请照原样输入。`,
  );
  await form.getByLabel('输入要并入的单位名称以确认').fill(old);
  await form.getByRole('button', { name: '并入' }).click();
  const merged = page.getByRole('article', { name: old });
  await expect(merged.getByText(`姚思敏 将本单位并入 ${heir}`)).toBeVisible();
  await expect(
    page.getByRole('region', { name: '单位列表' }).getByRole('link', { name: `${old} 已并入` }),
  ).toBeVisible();
  await expect(merged.getByRole('heading', { name: '岗位' })).toBeHidden();
  const lead = await unitNamed(page, heir);
  await expect.poll(async () => (await matterOf(office, matter!.id)).row.lead, { timeout: 20_000 }).toBe(lead);
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByText(`由 ${heir} 承接 ${old} 的事项`)).toBeVisible();
});

test('whoever is no administrator is told whose it is', async ({ browser }) => {
  const page = await pageOf(browser, 'fagai');
  await page.goto('/');
  await expect(page.getByRole('link', { name: '管理', exact: true })).toBeHidden();
  await follow(page, '/admin/people');
  await expect(page.getByText('这里由管理员维护')).toBeVisible();
});
