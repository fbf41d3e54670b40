import { createHash, randomBytes } from 'node:crypto';
import type { Browser, Locator, Page, Request } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { act, assigned, inScheme, matterOf, pageOf } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MEGABYTE = 1024 * 1024;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The form of an answer, opened by the unit's handler on a matter of its own. */
async function answering(
  browser: Browser,
  login: string,
  lead: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ desk: Page; form: Locator; matter: string }> {
  const office = await pageOf(browser, 'ducha');
  const [row] = await assigned(office, [{ text: `为${lead}拍下现场`, lead }]);
  await office.context().close();
  const desk = await pageOf(browser, login, options);
  await act(desk, row!.id, 'accept');
  await desk.goto(`/matters/${row!.id}`);
  return { desk, form: await openForm(desk), matter: row!.id };
}

async function openForm(desk: Page): Promise<Locator> {
  await desk.getByRole('button', { name: '办结反馈' }).click();
  const form = desk.getByRole('form', { name: /^办结反馈/ });
  await expect(form.getByLabel('办理结果')).toBeVisible();
  return form;
}

/** Sends the answer and gives back the bytes of its files by name, as the server keeps them. */
async function sent(desk: Page, form: Locator, matter: string): Promise<Record<string, Buffer>> {
  await form.getByLabel('办理结果').fill('已办结，照片附后');
  await form.getByRole('button', { name: '办结反馈', exact: true }).click();
  await expect(form).toBeHidden();
  const { files } = await matterOf(desk, matter);
  const kept = await Promise.all(
    files.map(async ({ id, name }) => [name, await (await desk.request.get(`/api/files/${id}`)).body()] as const),
  );
  return Object.fromEntries(kept);
}

const taken = (form: Locator, name: string | RegExp) =>
  form.getByRole('button', { name: typeof name === 'string' ? `去掉 ${name}` : name });

/** A PDF of that size, of bytes that nothing makes smaller. */
const aPdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

/** A picture of one point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Gives the event its files, as a hand with a mouse or a clipboard does; a file's bytes are its text, or those of the Base64. */
const hand = (
  to: Locator,
  kind: 'drop' | 'dragover' | 'paste',
  files: { name: string; type: string; text?: string; base64?: string }[],
) =>
  to.evaluate(
    (element, [kindOf, given]) => {
      const carried = new DataTransfer();
      for (const { name, type, text, base64 } of given) {
        const bytes = base64 ? Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)) : (text ?? '');
        carried.items.add(new File([bytes], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kindOf === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: carried })
          : new DragEvent(kindOf, { ...options, dataTransfer: carried }),
      );
    },
    [kind, files] as const,
  );

test('files are dropped anywhere on the form and pasted into its words; a screenshot gets a name', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'jiaoyu', '市教育局');
  const words = form.getByLabel('办理结果');
  const two = [
    { name: '台账.txt', type: 'text/plain', text: '一' },
    { name: '名单.csv', type: 'text/csv', text: '甲,乙' },
  ];
  await hand(words, 'dragover', two);
  await expect(form.getByText('松开即添加')).toBeVisible();
  await hand(words, 'drop', two);
  await expect(form.getByText('松开即添加')).toBeHidden();
  await expect(taken(form, '台账.txt')).toBeVisible();
  await expect(taken(form, '名单.csv')).toBeVisible();
  // Looked at once more before it goes out; Escape closes what is looked at, and not the form.
  await form.getByRole('button', { name: '台账.txt', exact: true }).click();
  await expect(desk.getByRole('dialog', { name: '预览 台账.txt' }).getByText('一', { exact: true })).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(words).toBeVisible();
  await hand(words, 'paste', [{ name: 'image.png', type: 'image/png', text: '\u0000' }]);
  await expect(form.getByRole('alert')).toContainText(/无法识别文件“截图 \d{4}-\d\d-\d\d \d{6}\.png”的格式/);
  await hand(words, 'paste', [{ name: 'image.png', type: 'image/png', base64: PNG }]);
  await expect(taken(form, /^去掉 截图 \d{4}-\d\d-\d\d \d{6}\.png/)).toBeVisible();
  const kept = await sent(desk, form, matter);
  expect(kept['台账.txt']?.toString()).toBe('一');
  expect(Object.keys(kept)).toHaveLength(3);
});

test('what is not kept is said before a byte is sent; what is kept stands beside the choice, old Word and OFD among it', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'jiaoyu', '市教育局');
  const choose = form.getByLabel('选文件');
  await expect(
    form.getByText('PDF、OFD、Word、Excel、WPS、图片、视频或文本，每个不超过 30 MB；不收压缩包'),
  ).toBeVisible();
  await expect(choose).toHaveAttribute('accept', /\.doc,/u);
  let asked = 0;
  desk.on('request', (request) => {
    if (request.url().includes('/api/uploads')) asked++;
  });
  await choose.setInputFiles({ name: '现场.zip', mimeType: '', buffer: Buffer.from('PK\x03\x04 现场.jpg') });
  await expect(form.getByText(/“现场.zip”是压缩包.*请解压后分别上传/)).toBeVisible();
  await choose.setInputFiles({ name: '井盖.png', mimeType: 'image/png', buffer: Buffer.from('并不是图片') });
  await expect(form.getByText(/“井盖.png”不是图片：里面是文字/)).toBeVisible();
  await choose.setInputFiles({ name: '清单.xlsx', mimeType: '', buffer: Buffer.from('事项,单位') });
  await expect(form.getByText(/“清单.xlsx”不是 Excel 表格：里面是文字/)).toBeVisible();
  expect(asked).toBe(0);
  const old = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from('WordDocument', 'utf16le'),
  ]);
  await choose.setInputFiles({ name: '旧报告.doc', mimeType: '', buffer: old });
  await expect(taken(form, '旧报告.doc')).toBeVisible();
  expect((await sent(desk, form, matter))['旧报告.doc']).toEqual(old);
});

test('a long name is shortened in its middle, whole on focus and for whoever hears it, and never wider than a phone', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'shuili', '市水利局', PHONE);
  const name = `莲城市老城区雨污分流管网改造工程第三标段现场验收影像资料${'（补充说明）'.repeat(6)}之三.txt`;
  await form.getByLabel('选文件').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('验收') });
  await expect(taken(form, name)).toBeVisible();
  const wide = () => desk.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await wide()).toBe(0);
  await sent(desk, form, matter);
  const link = desk.getByRole('link', { name }).first();
  await expect(link.getByTitle(name)).toBeVisible();
  expect(await wide()).toBe(0);
  const one = (await link.boundingBox())!.height;
  await link.focus();
  await expect.poll(async () => (await link.boundingBox())!.height).toBeGreaterThan(one + 10);
  expect(await wide()).toBe(0);
});

test('a phone offers its camera beside the album, and sends a large photo in a size that is still read', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'shuili', '市水利局', PHONE);
  await expect(form.getByLabel('拍照')).toHaveAttribute('capture', 'environment');
  await expect(form.getByLabel('拍照')).toHaveAttribute('accept', 'image/*');
  const album = form.getByLabel('从相册选');
  await expect(album).not.toHaveAttribute('capture');
  await expect(album).toHaveAttribute('multiple');
  const [large, small] = [await photo(desk, 3000, 1500), await photo(desk, 600, 400)];
  expect(large.length).toBeGreaterThan(1_500_000);
  await album.setInputFiles([
    { name: '闸口.jpg', mimeType: 'image/jpeg', buffer: large },
    { name: '标尺.jpg', mimeType: 'image/jpeg', buffer: small },
  ]);
  await expect(taken(form, '闸口.jpg')).toBeVisible();
  await expect(taken(form, '标尺.jpg')).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(desk, scheme);
    expect(await wrongOn(desk)).toEqual([]);
  }
  const kept = await sent(desk, form, matter);
  expect(kept['标尺.jpg']!.equals(small)).toBe(true);
  expect(kept['闸口.jpg']!.length).toBeLessThan(large.length * 0.8);
  expect(await sizeOf(desk, kept['闸口.jpg']!)).toEqual([2560, 1280]);
});

test('a line that is cut in the middle goes on where it was when it is back, and the bytes are whole', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'keji', '市科学技术局');
  const bytes = aPdf(3.5 * MEGABYTE);
  const offsets = patches(desk);
  await desk.route('**/api/uploads/*', async (route) => {
    const cut = route.request().method() === 'PATCH' && offsets.length === 2;
    if (cut) await desk.context().setOffline(true);
    await (cut ? route.abort('internetdisconnected') : route.continue());
  });
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '验收.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect(form.getByText(/线路断了，已传 \d+%；恢复后从这里接着传/)).toBeVisible();
  await expect(form.getByRole('progressbar', { name: '正在上传 验收.pdf' })).toBeVisible();
  await expect(form.getByRole('button', { name: '办结反馈', exact: true })).toBeDisabled();
  await expect(form.getByText('还有附件没有传完，请等传完，或先去掉。')).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(desk, scheme);
    expect(await wrongOn(desk)).toEqual([]);
  }
  await desk.context().setOffline(false);
  await expect(taken(form, '验收.pdf')).toBeVisible();
  expect(offsets).toEqual([0, MEGABYTE, MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE]);
  const kept = await sent(desk, form, matter);
  expect(sha256(kept['验收.pdf']!)).toBe(sha256(bytes));
});

test('a half upload is found again after the tab was closed, when the same file is chosen; another one begins anew', async ({
  browser,
}) => {
  const { desk, form, matter } = await answering(browser, 'jiaotong', '市交通运输局');
  const bytes = aPdf(2.5 * MEGABYTE);
  const file = { name: '验收.pdf', mimeType: 'application/pdf', buffer: bytes };
  const before = patches(desk);
  await desk.route('**/api/uploads/*', (route) =>
    route.request().method() === 'PATCH' && before.length > 1 ? undefined : route.continue(),
  );
  await form.locator('input[type=file]').setInputFiles(file);
  await expect.poll(() => before).toEqual([0, MEGABYTE]);
  await desk.close();
  const again = await desk.context().newPage();
  await again.goto(`/matters/${matter}`);
  const after = patches(again);
  const form2 = await openForm(again);
  const other = { ...file, buffer: aPdf(2.5 * MEGABYTE) };
  await form2.locator('input[type=file]').setInputFiles([file, other]);
  await expect(taken(form2, '验收.pdf')).toHaveCount(2);
  // One began, the other went on; how much of the last request of the closed tab still came is the network's affair.
  expect(after.filter((offset) => offset === 0)).toHaveLength(1);
  expect(after.length).toBeGreaterThan(3);
  await taken(form2, '验收.pdf').last().click();
  const kept = await sent(again, form2, matter);
  expect([sha256(bytes), sha256(other.buffer)]).toContain(sha256(kept['验收.pdf']!));
});

test('a server that is away for a while is told of in its words, and asked again by hand', async ({ browser }) => {
  const { desk, form } = await answering(browser, 'yingji', '市应急管理局');
  await desk.route('**/api/uploads/*', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  await form.locator('input[type=file]').setInputFiles({
    name: '演练.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('演练记录'),
  });
  const again = form.getByRole('button', { name: '现在续传' });
  await expect(again).toBeVisible();
  await desk.unroute('**/api/uploads/*');
  await again.click();
  await expect(taken(form, '演练.txt')).toBeVisible({ timeout: 5_000 });
});

test('what is on its way can be stopped, and is forgotten by the server; what came can be taken out', async ({
  browser,
}) => {
  const { desk, form } = await answering(browser, 'wenlv', '市文化广电和旅游局');
  const begun = patches(desk);
  await desk.route('**/api/uploads/*', (route) =>
    route.request().method() === 'PATCH' ? undefined : route.continue(),
  );
  await form.locator('input[type=file]').setInputFiles({
    name: '长廊.pdf',
    mimeType: 'application/pdf',
    buffer: aPdf(MEGABYTE),
  });
  await expect.poll(() => begun).toEqual([0]);
  const given = desk.waitForResponse((response) => response.request().method() === 'DELETE');
  await form.getByRole('button', { name: '取消上传 长廊.pdf' }).click();
  expect((await given).status()).toBe(204);
  await expect(form.getByText('长廊.pdf')).toHaveCount(0);
  await expect(form.getByRole('button', { name: '办结反馈', exact: true })).toBeEnabled();
  await desk.unroute('**/api/uploads/*');
  await form.locator('input[type=file]').setInputFiles({
    name: '长廊.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('已修'),
  });
  await taken(form, '长廊.txt').click();
  await expect(form.getByText('长廊.txt')).toHaveCount(0);
});

test('words typed while a file is on its way stay as they were typed', async ({ browser }) => {
  const { desk, form } = await answering(browser, 'xinfang', '市信访局');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await desk.route('**/api/uploads/*', async (route) => {
    await held;
    await route.continue();
  });
  await form.locator('input[type=file]').setInputFiles(
    [1, 2, 3].map((n) => ({
      name: `来信${n}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`第${n}封`),
    })),
  );
  await form.getByLabel('办理结果').fill('三封来信均已答复');
  letGo();
  for (const n of [1, 2, 3]) await expect(taken(form, `来信${n}.txt`)).toBeVisible();
  await expect(form.getByLabel('办理结果')).toHaveValue('三封来信均已答复');
});

/** The offsets of the page's PATCH requests, as they go out. */
function patches(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request: Request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  return offsets;
}

/** A photo of that size as a camera would take it: lines of letters on noise. */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d')!;
      const noise = pen.createImageData(w, h);
      for (let n = 0; n < noise.data.length; n++) noise.data[n] = n % 4 === 3 ? 255 : Math.random() * 255;
      pen.putImageData(noise, 0, 0);
      const url = canvas.toDataURL('image/jpeg', 0.8);
      return url.slice(url.indexOf(',') + 1);
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

const sizeOf = (page: Page, jpeg: Buffer): Promise<number[]> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const { width, height } = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    return [width, height];
  }, jpeg.toString('base64'));
