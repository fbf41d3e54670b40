import type { Browser, Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { PersonDone } from '../../src/directory/people/people.contract.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { emptyServer, type EmptyServer } from './empty-server.ts';
import { faultsOf, follow, inScheme, send } from './scene.ts';

// A city in which nothing has happened yet. Every list says how what it lists comes about, and has a button to the next thing:
// for the seat that may do it to the doing, for the others to where they may look; and these are told whose it is.

const PASSWORD = '一句只有本人知道的话';
const id = (): string => uuidv7(new Date());

let server: EmptyServer;
const pages: Record<string, Page> = {};

/** Founds the city with one bureau, an office, and a seat in each, a mayor above them. Everybody has a password of their own. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  server = await emptyServer();
  const admin = await open(browser, 'admin');
  const city = { code: server.code, place: 411000, name: '许昌市', login: 'guanli', person: '姚思敏' };
  const founded = await admin.request.post('/api/setup', { data: { id: id(), ...city, password: PASSWORD } });
  expect(founded.ok(), await founded.text()).toBe(true);
  const signedIn = await admin.request.post('/api/session', { data: { login: 'guanli', password: PASSWORD } });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  const [office, bureau] = [id(), id()];
  for (const unit of [
    { id: office, name: '许昌市人民政府督查室', kind: 'office' },
    { id: bureau, name: '许昌市教育局', kind: 'department' },
  ])
    expect((await admin.request.post('/api/units', { data: unit })).ok()).toBe(true);
  for (const [login, role, unit] of [
    ['ducha', 'supervisor', office],
    ['jiaoyu', 'handler', bureau],
    ['shizhang', 'mayor', null],
  ] as const) {
    const seat = { id: id(), unit, role, title: '' };
    const person = { id: id(), login, name: login, seat };
    const { password } = await send<PersonDone>(admin, '/api/people', person);
    const page = await open(browser, role);
    await page.request.post('/api/session', { data: { login, password } });
    const next = { id: id(), current: password, next: `${login} ${PASSWORD}` };
    expect((await page.request.put('/api/session/password', { data: next })).ok()).toBe(true);
  }
});

test.afterAll(async () => {
  await Promise.all(Object.values(pages).map((page) => page.context().close()));
  await server.stop();
});

async function open(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.address, reducedMotion: 'reduce' });
  return (pages[who] = await context.newPage());
}

type Row = [address: string, says: string, goes: string, to: string];

const TABLE: Record<string, readonly Row[]> = {
  supervisor: [
    ['/', '下一步：读入本周交办会的会议纪要', '读入会议纪要', '/minutes'],
    ['/?filter=overdue', '这一类里没有要办的事', '看全部待办', '/'],
    ['/ledger', '读入会议纪要后交办，或者逐件登记', '登记事项', '/matters/new'],
    ['/ledger?phase=closed&scope=all', '没有符合这些条件的事项', '去掉所有条件', '/ledger'],
    ['/rounds', '读一份会议纪要，核对后交办', '读一份纪要', '/minutes'],
    ['/bulletins', '打开一次交办会，从那里写通报', '看交办会', '/rounds'],
    ['/calendar', '本月没有到期的事项', '看台账', '/ledger'],
    ['/notices', '还没有通知', '回到工作台', '/'],
    ['/notices?unread=1', '没有未读的通知', '全部通知', '/notices'],
    ['/transfers', '在台账、交办会等列表上点“导出”', '到台账导出一份', '/ledger'],
  ],
  handler: [
    ['/', '新的交办由督查室发出', '看本单位的台账', '/ledger'],
    ['/ledger', '指定由本岗位办理以后', '看全部事项', '/ledger?scope=all'],
    ['/ledger?scope=all', '事项由督查室登记和交办', '看交办会', '/rounds'],
    ['/matters/new', '由督查室和登记了地址的服务站登记', '回到工作台', '/'],
    ['/import', '由督查室', '看台账', '/ledger'],
    ['/rounds', '督查室读完第一份纪要', '回到工作台', '/'],
    ['/minutes', '会议纪要由督查室读入、交办', '看交办会', '/rounds'],
    ['/bulletins', '督查室在交办会后发布', '看交办会', '/rounds'],
    ['/calendar', '本月没有到期的事项', '看台账', '/ledger'],
    ['/notices', '有事项交办、催办、批示或临近到期时', '回到工作台', '/'],
    ['/deliveries', '由管理员查看和重发', '全部通知', '/notices'],
    ['/transfers', '在台账、交办会等列表上点“导出”', '到台账导出一份', '/ledger'],
    ['/admin/units', '这里由管理员维护', '回到工作台', '/'],
    ['/no-such-page', '请核对链接，或按编号在台账里找', '回到工作台', '/'],
  ],
  mayor: [
    ['/', '上次交办会的完成情况，打开交办会就能看到', '看交办会', '/rounds'],
    ['/minutes', '督查室读入第一份以后', '看交办会', '/rounds'],
  ],
  admin: [
    ['/', '管理员岗位不办理事项', '去管理', '/admin/units'],
    ['/deliveries', '逐条记在这里', '通知方式', '/me#notices'],
    ['/deliveries?state=failed', '没有发送失败的', '看全部发送记录', '/deliveries'],
    ['/admin/people?q=查无此人', '换个姓名再找', '看所有人员', '/admin/people'],
    ['/admin/people?without=seat', '每个人都有岗位', '看所有人员', '/admin/people'],
    ['/admin/schemes', '还没有分类体系', '新建分类体系', '/admin/schemes?making=true'],
    ['/admin/passwords', '每个账号都有密码了', '人员', '/admin/people'],
    ['/admin/calendar?year=2026', '在上面选择那一天', '2027 年', '/admin/calendar?year=2027'],
  ],
};

for (const [who, rows] of Object.entries(TABLE))
  test(`nothing yet, and what next: ${who}`, async () => {
    test.setTimeout(120_000);
    const page = pages[who]!;
    const faults = faultsOf(page);
    for (const [n, [address, says, goes, to]] of rows.entries()) {
      await (n === 0 ? page.goto(address) : follow(page, address));
      const about = `${who} ${address}`;
      await expect.soft(page.getByRole('main').getByText(says), about).toBeVisible();
      const way = page.getByRole('main').getByRole('link', { name: goes, exact: true }).last();
      await expect.soft(way, about).toBeVisible({ timeout: 2_000 });
      await expect.soft(way, about).toHaveAttribute('href', to, { timeout: 2_000 });
    }
    expect(faults).toEqual([]);
  });

test('what is said in place of a list is read on a phone and by axe', async () => {
  const page = pages['handler']!;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(page, scheme);
    for (const address of ['/', '/ledger', '/bulletins', '/no-such-page']) {
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('link').last()).toBeVisible();
      expect.soft(await wrongOn(page), address).toEqual([]);
    }
  }
});
