import type { Page } from '@playwright/test';
import { uuidv7 } from '../../src/kernel/index.ts';
import { textRow, zipped } from '../support/workbook.ts';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { emptyServer } from './empty-server.ts';
import { faultsOf } from './scene.ts';

// A city's first hour as its administrator lives it, from an empty server to the minutes page.

const BUREAUS = ['教育局', '民政局', '财政局', '水利局', '农业农村局', '商务局', '应急管理局', '信访局', '城市管理局'];
const NAMES =
  '林一帆 郑维新 周文博 吴雅宁 冯建平 陈若溪 褚志强 卫晓棠 蒋国栋 沈思远 韩海燕 杨子航 朱静怡 秦宏伟 尤雨桐 许立新 何文博 吕雅宁'.split(
    ' ',
  );

/** Twelve units and thirty people, a sheet each, as an office fills in the template. Nobody is named for the district. */
function book(): Buffer {
  const units = [
    ['许昌市人民政府', '市政府', '政府', ''],
    ['许昌市人民政府督查室', '督查室', '', '市政府'],
    ...BUREAUS.map((name) => [`许昌市${name}`, `市${name}`, '部门', '市政府']),
    ['魏都区人民政府', '魏都区', '', ''],
  ];
  const posts = BUREAUS.map((name) => `市${name}`);
  const people = [
    ['沈知远', 'ducha', '督查室', '督查室', '副主任'],
    ['顾明章', '', '', '市领导', '副市长'],
    ...posts.flatMap((unit, i) => [
      [NAMES[i % NAMES.length]!, `jb${i + 1}`, unit, '经办人', '科员'],
      [NAMES[(i + 9) % NAMES.length]!, '', unit, '单位负责人', '主要负责人'],
    ]),
    ...Array.from({ length: 10 }, (_, i) => [`方${'一二三四五六七八九十'[i]}`, '', posts[i % 9]!, '经办人', '']),
  ];
  const sheet = (heads: string[], rows: string[][]) =>
    `<worksheet><sheetData>${[heads, ...rows].map((row, i) => textRow(i + 1, ...row)).join('')}</sheetData></worksheet>`;
  return zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="单位" sheetId="1" r:id="rId1"/><sheet name="人员" sheetId="2" r:id="rId2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet(['单位名称', '简称', '类别', '上级单位'], units),
    'xl/worksheets/sheet2.xml': sheet(['姓名', '登录名', '单位', '角色', '职务'], people),
  });
}

async function looksRight(page: Page): Promise<void> {
  expect(await wrongOn(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
}

const PASSWORD = '一句只有管理员知道的话';

async function foundCity(page: Page, code: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '建立本市' })).toBeVisible();
  await looksRight(page);
  await page.getByLabel('安装码').fill('wrong-wrong-wrong');
  await page.getByLabel('行政区划代码').fill('411000');
  await page.getByLabel('名称', { exact: true }).fill('许昌市');
  await page.getByLabel('姓名').fill('姚思敏');
  await page.getByLabel('登录名').fill('guanli');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一遍密码').fill(`${PASSWORD}x`);
  await page.getByLabel('再输一遍密码').press('Enter');
  await expect(page.getByText('两次输入的密码不一致。')).toBeVisible();
  await page.getByLabel('再输一遍密码').fill(PASSWORD);
  await page.getByRole('button', { name: '建立本市' }).click();
  await expect(page.getByText('安装码不对')).toBeVisible();
  await page.getByLabel('安装码').fill(code);
  await page.getByRole('button', { name: '建立本市' }).click();
  await expect(page.getByRole('heading', { name: '建市还有 5 步' })).toBeVisible();
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole('link', { name: '导入或填写单位和人员' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '名册.xlsx', mimeType: 'application/octet-stream', buffer: book() });
  await expect(page.getByText('新增 12 个单位、30 个账号、30 个岗位')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '许昌市教育局' }).first()).toContainText(
    '新增单位 · 部门 · 在 许昌市人民政府 之下',
  );
  // A slip of the pen is told in its line, keeps all of it out, and is put right in its place.
  await page.getByRole('button', { name: '修改：顾明章' }).click();
  await page.getByRole('form', { name: '修改：顾明章' }).getByLabel('角色').fill('副书记');
  await page.getByRole('button', { name: '保存这一行' }).click();
  await expect(page.getByText('不认识“副书记”这个角色')).toBeVisible();
  await expect(page.getByRole('button', { name: '写入名录' })).toBeDisabled();
  await looksRight(page);
  // What lies on the table is still there after a walk.
  await page.reload();
  await page.getByRole('button', { name: '修改：顾明章' }).click();
  await page.getByRole('form', { name: '修改：顾明章' }).getByLabel('角色').fill('市领导');
  await page.getByRole('button', { name: '保存这一行' }).click();
  await page.getByRole('button', { name: '写入名录' }).click();
  await expect(page.getByText('已写入 12 个单位、30 个账号、30 个岗位。')).toBeVisible();
}

/** The handler and the head that the district lacks, opened by their posts. */
async function fillSeats(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('还缺：1 个单位的经办人、1 个单位的负责人。')).toBeVisible();
  await page.getByRole('link', { name: '补齐这些岗位' }).click();
  await expect(page.getByText('魏都区经办人')).toBeVisible();
  await expect(page.getByText('魏都区负责人')).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: '写入名录' }).click();
  await expect(page.getByText('已写入 0 个单位、2 个账号、2 个岗位。')).toBeVisible();
}

/** Makes the passwords and reads them off the sheet, by login. */
async function handOut(page: Page): Promise<Map<string, string>> {
  await page.getByRole('link', { name: '发放初始密码' }).click();
  await page.getByRole('button', { name: '为 32 人生成初始密码' }).click();
  await expect(page.getByText('32 份初始密码')).toBeVisible();
  const slips = page.getByRole('region', { name: '初始密码条' }).getByRole('listitem');
  await expect(slips).toHaveCount(32);
  await looksRight(page);
  const secrets = await slips.evaluateAll((all) =>
    all.map((slip) => [...slip.querySelectorAll('dd')].slice(1).map((dd) => dd.textContent ?? '')),
  );
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: '已经打印好' }).click();
  await expect(page.getByText('每个账号都有密码了')).toBeVisible();
  return new Map(secrets.map(([login, password]) => [login!, password!]));
}

async function signInFirst(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '修改密码' })).toBeVisible();
  await page.getByLabel('现在的密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill(`${login} 自己的一句话`);
  await page.getByLabel('再输一遍新密码').fill(`${login} 自己的一句话`);
  await page.getByRole('button', { name: '保存新密码' }).click();
}

for (const width of [1440, 390]) {
  test(`from an empty server to the first minutes, ${width} wide`, async ({ browser }) => {
    test.setTimeout(180_000);
    const server = await emptyServer();
    try {
      const here = { baseURL: server.address, viewport: { width, height: width === 390 ? 844 : 900 } };
      const page = await (await browser.newContext(here)).newPage();
      const faults = faultsOf(page);
      await foundCity(page, server.code);
      await looksRight(page);
      await bringIn(page);
      await fillSeats(page);
      const passwords = await handOut(page);

      await page.goto('/');
      await expect(page.getByRole('heading', { name: '建市还有 2 步' })).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: /^周交办.*第 1 版/u })).toBeVisible();
      await page.getByRole('button', { name: '看过了' }).click();
      await expect(page.getByRole('heading', { name: '建市还有 1 步' })).toBeVisible();
      // A browser tells of what was refused: nobody signed in at first, the wrong code. Nothing else may be wrong.
      expect(faults.filter((fault) => !/status of 40[13]/u.test(fault))).toEqual([]);

      const handler = await (await browser.newContext(here)).newPage();
      await signInFirst(handler, 'jb1', passwords.get('jb1')!);
      await expect(handler.getByText('新的交办由督查室发出')).toBeVisible();

      const office = await (await browser.newContext(here)).newPage();
      await signInFirst(office, 'ducha', passwords.get('ducha')!);
      await office.getByRole('link', { name: '读入会议纪要' }).click();
      await expect(office.getByRole('heading', { name: '会议纪要', level: 1 })).toBeVisible();

      // The door is closed, on the page and behind it.
      await handler.goto('/start');
      await expect(handler.getByRole('heading', { name: '本市已经建立' })).toBeVisible();
      const again = await handler.request.post('/api/setup', {
        data: {
          id: uuidv7(new Date()),
          code: server.code,
          place: 410100,
          name: '郑州市',
          login: 'other',
          person: '某人',
          password: PASSWORD,
        },
      });
      expect(again.status()).toBe(410);
    } finally {
      await server.stop();
    }
  });
}
