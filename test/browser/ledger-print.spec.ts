import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { MatterRow } from '../../src/matters/contract.ts';
import { expect, test } from './app.ts';
import { plain, printed } from './printed.ts';
import { pageOf, read, unitNamed } from './scene.ts';

const today = (): string => {
  const city = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const [year, month, day] = city.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

test('the ledger prints as a table: what was asked for, how many, the day, its head and number on each sheet, nothing of the desk', async ({
  browser,
}, info) => {
  const office = await pageOf(browser, 'ducha');
  // Sixty rows of the page's own, in two parts: so many in the city itself would push what other tests look for off their pages.
  const { rows } = await read<MatterPage>(office, '/api/matters');
  const listed = Array.from({ length: 60 }, (_, n): MatterRow => ({
    ...rows[0]!,
    id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    text: `整治乡村坑塘第${n + 1}处，清淤、护坡、绿化一并完成，并落实管护责任人`,
    confidential: n === 0,
  }));
  await office.route('**/api/matters?*', (route) => {
    const rest = new URL(route.request().url()).searchParams.has('after');
    const json = rest ? { rows: listed.slice(40), next: null } : { rows: listed.slice(0, 40), next: 'rest' };
    return route.fulfill({ json });
  });
  const unit = await unitNamed(office, '市水利局');
  await office.emulateMedia({ colorScheme: 'dark' });
  await office.goto(`/ledger?q=整治乡村坑塘&unit=${unit}`);
  await expect(office.locator('[data-row]').first()).toBeVisible();
  await office.evaluate(() => {
    window.print = () => void (document.title = 'printed');
  });
  await office.getByRole('main').getByRole('button', { name: '打印', exact: true }).click();
  await expect(office).toHaveTitle('printed');
  const pdf = await office.pdf({ path: info.outputPath('ledger.pdf'), preferCSSPageSize: true });
  const { sheets, width, height } = await printed(pdf);
  expect(width).toBeGreaterThan(height);
  expect(sheets.length).toBeGreaterThan(1);
  for (const [n, sheet] of sheets.entries()) {
    expect(sheet).toContain('牵头单位');
    expect(sheet).toContain(`${n + 1}/${sheets.length}`);
  }
  for (const words of [
    '事项台账',
    '条件：全部状态；搜索“整治乡村坑塘”；单位（牵头或配合）市水利局；新登记的在前',
    '共60件',
    today(),
  ])
    expect(sheets[0]).toContain(plain(words));
  const all = sheets.join('');
  for (const { text } of listed) expect(all).toContain(plain(text));
  expect(all).toContain(plain('（不公开）整治乡村坑塘第1处'));
  for (const chrome of ['工作台', '筛选', '列与密度', '导出', 'CtrlK', '对看'])
    expect(all).not.toContain(plain(chrome));
  await expect(office.getByRole('main')).toBeVisible();
});

test('what is printed by the browser’s own command says how much of the list it holds', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha', { viewport: { width: 390, height: 844 } });
  const { rows } = await read<MatterPage>(office, '/api/matters?phase=any');
  const many = Array.from({ length: 20 }, (_, n): MatterRow => ({
    ...rows[n % rows.length]!,
    id: `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  }));
  await office.route('**/api/matters?*', (route) =>
    new URL(route.request().url()).searchParams.has('after')
      ? new Promise<void>(() => {})
      : route.fulfill({ json: { rows: many, next: 'more' } }),
  );
  await office.route('**/api/matters/count*', (route) => route.fulfill({ json: { count: 432, exact: true } }));
  await office.goto('/ledger?phase=any');
  await expect(office.getByText('共 432 件')).toBeVisible();
  await office.waitForLoadState('networkidle');
  const { sheets } = await printed(await office.pdf({ preferCSSPageSize: true }));
  expect(sheets[0]).toContain(plain('共432件，以下为前20件'));
  // In words, though no stage is named on a phone.
  expect(sheets.join('')).not.toMatch(/assigned|working|registered/u);
});

test('the palette prints the list too', async ({ browser }) => {
  const office = await pageOf(browser, 'fagai');
  await office.goto('/ledger');
  await expect(office.locator('[data-row]').first()).toBeVisible();
  await office.evaluate(() => {
    window.print = () => void (document.title = 'printed');
  });
  await office.keyboard.press('Control+k');
  await office.keyboard.type('打印');
  await office.getByRole('option', { name: '打印' }).click();
  await expect(office).toHaveTitle('printed');
});
