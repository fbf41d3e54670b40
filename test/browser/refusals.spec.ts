import { writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { Page } from '@playwright/test';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import type { SessionView } from '../../src/platform/identity/contract.ts';
import { account, expect, test } from './app.ts';
import { act, assigned, evidence, follow, pageOf, read, seatOf } from './scene.ts';

const pdf = (trailer: string) =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n` +
      `3 0 obj<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -4>>endobj\n${trailer}\n%%EOF`,
  );

const MEGABYTE = 1024 * 1024;
/** What a person may drop by mistake, or another on purpose, and the words that must come back. */
const FILES: readonly { what: string; name: string; bytes: () => Buffer; says: RegExp }[] = [
  { what: 'an empty file', name: '空.txt', bytes: () => Buffer.alloc(0), says: /文件里没有文字.*TXT、DOCX 或 PDF/ },
  {
    what: 'a PDF with a password',
    name: '加密.pdf',
    bytes: () => pdf(`trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]>>`),
    says: /PDF 文件设有密码.*去掉密码/,
  },
  { what: 'a damaged DOCX', name: '坏.docx', bytes: () => Buffer.from('PK\u0003\u0004 nothing more'), says: /已损坏/ },
  {
    what: 'an old Word file',
    name: '旧.doc',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]),
    says: /旧版 Word.*另存为 \.docx/,
  },
  {
    what: 'a picture',
    name: '照片.docx',
    bytes: () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]),
    says: /图片.*没有可读取的文字/,
  },
  {
    what: 'a program under the name of a text',
    name: '纪要.txt',
    bytes: () =>
      Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00, 0x04, 0x00, 0xff, 0xff, 0, 0, 0xb8, 0, 0]),
    says: /不是文本|不认识这种文件/,
  },
  {
    what: 'twenty-one megabytes',
    name: '大.txt',
    bytes: () => Buffer.alloc(21 * MEGABYTE, 65),
    says: /21 MB，超过 20 MB/,
  },
  {
    what: 'thirty-one megabytes',
    name: '更大.txt',
    bytes: () => Buffer.alloc(31 * MEGABYTE, 65),
    says: /超过.*(20|30) MB/,
  },
];

test('a login guessed at too often must wait, and is told how long', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('登录名').fill('shiliang-head');
  const send = async (password: string) => {
    await page.getByLabel('密码').fill(password);
    const answered = page.waitForResponse('**/api/session');
    await page.getByRole('button', { name: '登录' }).click();
    await answered;
  };
  for (let n = 1; n <= 5; n++) {
    await send(`guess-number-${n}`);
    await expect(page.getByRole('alert')).toContainText('登录名或密码不正确');
  }
  await send(account('shiliang-head').password);
  await expect(page.getByRole('alert')).toContainText(/失败次数过多。请等 \d+ 秒后再试/);
  await expect(page.getByLabel('登录名')).toHaveValue('shiliang-head');
});

test.describe('minutes that cannot be read', () => {
  let office: Page;
  test.beforeAll(async ({ browser }) => {
    office = await pageOf(browser, 'ducha');
    await office.goto('/minutes');
  });

  for (const { what, name, bytes, says } of FILES)
    test(`${what} is refused in words, and the page stays as it was`, async () => {
      const path = test.info().outputPath(name);
      await writeFile(path, bytes());
      await office.getByLabel('选择文件').setInputFiles(path);
      await expect(office.getByRole('alert')).toHaveText(says);
      await expect(office.getByLabel('选择文件')).toBeEnabled();
      expect(new URL(office.url()).pathname).toBe('/minutes');
    });

  test('a text in GB18030 is read, not refused', async () => {
    const text = '市政府专题会议纪要\n会议议定以下事项：\n一、疏浚镕河故道，清理㙍堤沿线垃圾。（责任单位：市水利局）';
    const buffer = iconv.encode(text, 'gb18030');
    await office.getByLabel('选择文件').setInputFiles({ name: '纪要.txt', mimeType: 'text/plain', buffer });
    await expect(office.getByRole('textbox', { name: '第 1 项的内容' })).toHaveValue(/疏浚镕河故道，清理㙍堤沿线垃圾/);
  });
});

test('evidence of a kind that is not taken is refused by name, and the words stay', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'minzheng')];
  const [matter] = await assigned(office, [{ text: '核对低保对象花名册', lead: '市民政局' }]);
  await act(desk, matter!.id, 'accept');
  await desk.goto(`/matters/${matter!.id}`);
  await desk.getByRole('button', { name: '办结反馈' }).click();
  const form = desk.getByRole('form');
  await form.getByLabel('办理结果').fill('花名册已逐户核对');
  const program = Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00]);
  await form.locator('input[type=file]').setInputFiles([
    { name: '花名册.pdf', mimeType: 'application/pdf', buffer: program },
    { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('说明') },
  ]);
  await expect(form.getByRole('alert')).toContainText(/无法识别文件“花名册\.pdf”的格式.*请上传/);
  await expect(form.getByRole('button', { name: '去掉 说明.txt' })).toBeVisible();
  await expect(form.getByLabel('办理结果')).toHaveValue('花名册已逐户核对');
});

test('a day that makes no sense is refused beside its field', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'huanjing')];
  const [matter] = await assigned(office, [{ text: '更换空气站采样头', lead: '市生态环境局' }]);
  await act(desk, matter!.id, 'accept');
  await desk.goto(`/matters/${matter!.id}`);
  await desk.getByRole('button', { name: '申请延期' }).click();
  const form = desk.getByRole('form');
  await form.getByLabel('延期至').fill('2020-01-02');
  await form.getByLabel('理由').fill('设备未到货');
  await form.getByRole('button', { name: '申请延期', exact: true }).click();
  await expect(form).toContainText(/延期至 .*不晚于现在的到期日.*请填写.*之后的日期/);
  // The cursor stands where it is wrong, and while it is changed the day stands there as it can be typed.
  await expect(form.getByLabel('延期至')).toBeFocused();
  await expect(form.getByLabel('延期至')).toHaveValue('2020-01-02');
  await form.getByLabel('理由').focus();
  await expect(form.getByLabel('延期至')).toHaveValue(/2020年1月2日/);
  await form.getByLabel('延期至').fill('');
  await form.getByRole('button', { name: '申请延期' }).click();
  await expect(form).toContainText('请补上“延期至”');
});

test('a lead whose co-unit has not answered is told so, and may go on by saying why', async ({ browser }) => {
  const [office, desk] = [await seatOf('ducha'), await pageOf(browser, 'nongye')];
  const tasks = [{ text: '秋粮收购资金对接一次', lead: '市农业农村局', co: ['市金融办'] }];
  const [matter] = await assigned(office, tasks);
  await act(desk, matter!.id, 'accept');
  await desk.goto(`/matters/${matter!.id}`);
  await desk.getByRole('button', { name: '办结反馈' }).click();
  const form = desk.getByRole('form');
  await form.getByLabel('办理结果').fill('已对接');
  const file = { name: '签到表.txt', mimeType: 'text/plain', buffer: Buffer.from('签到') };
  await form.locator('input[type=file]').setInputFiles(file);
  await expect(form.getByRole('button', { name: '去掉 签到表.txt' })).toBeVisible();
  await expect(form).toContainText('尚未反馈：市金融办');
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await expect(form).toContainText('请补上“配合单位未反馈，为何先行办结”');
  await form.getByLabel('配合单位未反馈，为何先行办结').fill('金融办材料走内网，下周补');
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await expect(form).toBeHidden();
  const story = desk.getByRole('region', { name: '经过' });
  await expect(story.getByText('金融办材料走内网，下周补').first()).toBeVisible();
});

test('after the deadline an extension can no longer be asked for, and the page says when it was', async ({
  browser,
}) => {
  const desk = await pageOf(browser, 'donghu');
  const { caller } = await read<SessionView>(desk, '/api/session');
  const { rows } = await read<MatterPage>(desk, '/api/matters?slip=overdue&phase=working');
  const late = rows.find(({ lead }) => lead === caller.unit)!;
  await desk.goto(`/matters/${late.id}`);
  await expect(desk.getByRole('heading', { name: '我可以' })).toBeVisible();
  await expect(desk.getByRole('button', { name: '申请延期' })).toHaveCount(0);
  await desk.getByText(/还有 \d+ 项现在办不了/).click();
  await expect(desk.getByText(/办理时限已于 \d+月\d+日.* 18:00 到期.*逾期后不能申请延期/)).toBeVisible();
});

test('a unit without a part in a confidential matter finds it by no way', async ({ browser }) => {
  const [office, lead, other] = [
    await seatOf('ducha'),
    await pageOf(browser, 'xinfang'),
    await pageOf(browser, 'wenlv'),
  ];
  const text = '包案化解莲花里十二户积案';
  const [matter] = await assigned(office, [{ text, lead: '市信访局', confidential: true }]);
  await lead.goto(`/matters/${matter!.id}`);
  await expect(lead.getByRole('heading', { name: text })).toBeVisible();
  await expect(lead.getByText('不公开', { exact: true }).first()).toBeVisible();

  await other.goto(`/matters/${matter!.id}`);
  await expect(other.getByRole('alert')).toContainText('没有这一事项，或者无权查看');
  await expect(other.getByText(text)).toHaveCount(0);
  await other.goto(`/ledger?q=${encodeURIComponent('莲花里')}&scope=all`);
  await expect(other.getByText('没有符合这些条件的事项')).toBeVisible();
  await follow(other, `/rounds/${matter!.round}`);
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(other.getByText(text)).toHaveCount(0);

  const file = await evidence(lead, '名单.txt', '名单');
  await act(lead, matter!.id, 'accept');
  await act(lead, matter!.id, 'answer', { result: '已化解', files: [file] });
  expect((await office.request.get(`/api/files/${file}`)).ok()).toBe(true);
  expect((await other.request.get(`/api/files/${file}`)).status()).toBe(404);
});
