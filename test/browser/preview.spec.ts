import type { Browser, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { wrongOn } from './axe.ts';
import { aZip } from '../support/zip.ts';
import { act, assigned, faultsOf, inScheme, pageOf } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** A Chinese font that is not in the file, as offices' programs write it: reading it needs the encodings that we serve. */
const SONG =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font ' +
  '/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> ' +
  '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
  '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';
const ucs2 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A PDF of so many pages, each saying which. */
function aPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i * 2} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`, SONG];
  for (let n = 1; n <= pages; n++) {
    const words = `BT /F1 36 Tf 72 700 Td <${ucs2(`验收单第${n}页`)}> Tj ET`;
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${3 + n * 2} 0 R >>`);
    objects.push(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const at = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${file}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`);
}

async function jpeg(page: Page, [width, height]: [number, number]): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = '#0F6B5C';
      pen.fillRect(w / 4, h / 4, w / 2, h / 2);
      const url = canvas.toDataURL('image/jpeg');
      return url.slice(url.indexOf(',') + 1);
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** A matter with a picture, a PDF, another picture, a text and a table, opened by its unit's handler. */
async function shown(
  browser: Browser,
  login: string,
  lead: string,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const office = await pageOf(browser, 'ducha');
  const [row] = await assigned(office, [{ text: `看${lead}报来的材料`, lead }]);
  await office.context().close();
  const desk = await pageOf(browser, login, options);
  const faults = faultsOf(desk);
  await act(desk, row!.id, 'accept');
  const keep = async (name: string, bytes: Buffer) => {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await desk.request.post(`/api/files?name=${encodeURIComponent(name)}`, { data: bytes, headers });
    return ((await answer.json()) as { id: string }).id;
  };
  const zip = await aZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
  const files = [
    await keep('现场一.jpg', await jpeg(desk, [2400, 1600])),
    await keep('验收单.pdf', aPdf(5)),
    await keep('现场二.jpg', await jpeg(desk, [800, 1200])),
    await keep('说明.txt', Buffer.from('<script>document.title = "坏了"</script>\n第一行')),
    await keep('台账.xlsx', zip),
  ];
  await act(desk, row!.id, 'attach', { files, caption: '材料' });
  await desk.goto(`/matters/${row!.id}`);
  const facts = desk.getByRole('definition').filter({ hasText: '验收单.pdf' });
  return { desk, facts, faults, sheetBytes: zip.length };
}

test('pictures, a PDF and a text are looked at without leaving the page, by keyboard alone', async ({ browser }) => {
  const { desk, facts, faults } = await shown(browser, 'fagai', '市发展和改革委员会');
  await facts.getByRole('link', { name: '现场一.jpg' }).focus();
  await desk.keyboard.press('Enter');
  const preview = desk.getByRole('dialog', { name: /^预览/ });
  const picture = preview.getByRole('img', { name: '现场一.jpg' });
  await expect(picture).toBeVisible();
  await expect(preview.getByText('1 / 4')).toBeVisible();
  const whole = (await picture.boundingBox())!;
  expect(whole.height).toBeLessThanOrEqual(900);
  await desk.keyboard.press('+');
  await expect(preview.getByText('150%')).toBeVisible();
  await expect.poll(async () => (await picture.boundingBox())!.width).toBeCloseTo(whole.width * 1.5, 0);
  await desk.keyboard.press('ArrowRight');
  await expect(preview.getByText('1 / 4')).toBeVisible();
  await desk.keyboard.press('0');
  await desk.keyboard.press('ArrowRight');
  await expect(desk.getByRole('dialog', { name: '预览 验收单.pdf' })).toBeVisible();
  const page = (n: number) => preview.getByRole('region', { name: `第 ${n} 页，共 5 页` });
  await expect(page(1).getByText('验收单第1页')).toBeAttached();
  await expect.poll(() => inked(page(1).locator('canvas'))).toBe(true);
  const [one, two] = [(await page(1).boundingBox())!, (await page(2).boundingBox())!];
  expect([two.x, two.y > one.y + one.height]).toEqual([one.x, true]);
  await expect(page(5).locator('span')).toHaveCount(0);
  await desk.keyboard.press('End');
  await expect(page(5)).toBeInViewport();
  await expect(page(5).getByText('验收单第5页')).toBeAttached();
  // What is out of sight holds no picture, and has it again as it is come back to.
  await expect
    .poll(() =>
      page(1)
        .locator('canvas')
        .evaluate((at: HTMLCanvasElement) => at.width),
    )
    .toBe(0);
  await desk.keyboard.press('Home');
  await expect
    .poll(() =>
      page(1)
        .locator('canvas')
        .evaluate((at: HTMLCanvasElement) => at.width),
    )
    .toBeGreaterThan(0);
  await expect.poll(() => inked(page(1).locator('canvas'))).toBe(true);
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press('ArrowRight');
  await expect(preview.getByText('<script>document.title = "坏了"</script>')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(preview.getByText('4 / 4')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(facts.getByRole('link', { name: '现场一.jpg' })).toBeFocused();
  expect(await desk.title()).not.toContain('坏了');
  expect(faults).toEqual([]);
});

test('what the page cannot show is downloaded, with its name and size said', async ({ browser }) => {
  const { desk, facts, sheetBytes } = await shown(browser, 'gongxin', '市工业和信息化局');
  await expect(facts.getByText(`${sheetBytes} B`)).toBeVisible();
  const download = desk.waitForEvent('download');
  await facts.getByRole('link', { name: '台账.xlsx' }).click();
  expect((await download).suggestedFilename()).toBe('台账.xlsx');
  await expect(desk.getByRole('dialog')).toHaveCount(0);
});

test('nothing of the preview comes from outside, and it stands in both themes', async ({ browser }) => {
  const { desk, facts, faults } = await shown(browser, 'renshe', '市人力资源和社会保障局');
  const outside: string[] = [];
  desk.on('request', (request) => {
    if (!request.url().startsWith(new URL(desk.url()).origin) && !/^(blob|data):/.test(request.url()))
      outside.push(request.url());
  });
  await facts.getByRole('link', { name: '验收单.pdf' }).click();
  const preview = desk.getByRole('dialog', { name: /^预览/ });
  await expect(preview.getByText('验收单第1页')).toBeAttached();
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(desk, scheme);
    expect(await wrongOn(desk, { within: 'dialog[open]' })).toEqual([]);
  }
  await preview.getByRole('button', { name: /^上一个/ }).click();
  await expect(preview.getByRole('img', { name: '现场一.jpg' })).toBeVisible();
  expect(await wrongOn(desk, { within: 'dialog[open]' })).toEqual([]);
  expect([outside, faults]).toEqual([[], []]);
});

test('on a phone a finger turns to the next file, and two make a picture larger', async ({ browser }) => {
  const { desk, facts } = await shown(browser, 'minzheng', '市民政局', PHONE);
  await facts.getByRole('link', { name: '现场一.jpg' }).click();
  const preview = desk.getByRole('dialog', { name: /^预览/ });
  await expect(preview.getByRole('img', { name: '现场一.jpg' })).toBeVisible();
  const hand = await desk.context().newCDPSession(desk);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const drag = async (from: [number, number][], to: [number, number][]) => {
    await touch('touchStart', ...from);
    for (const part of [0.3, 0.6, 1]) {
      const between = from.map(([x, y], i): [number, number] => [
        x + (to[i]![0] - x) * part,
        y + (to[i]![1] - y) * part,
      ]);
      await touch('touchMove', ...between);
    }
    await touch('touchEnd');
  };
  await drag(
    [
      [195, 400],
      [195, 500],
    ],
    [
      [195, 300],
      [195, 600],
    ],
  );
  await expect(preview.getByText('300%')).toBeVisible();
  await preview.getByRole('button', { name: /^缩小/ }).click();
  await preview.getByRole('button', { name: /^缩小/ }).click();
  await preview.getByRole('button', { name: /^缩小/ }).click();
  await expect(preview.getByText('100%')).toBeVisible();
  await drag([[320, 500]], [[80, 505]]);
  await expect(desk.getByRole('dialog', { name: '预览 验收单.pdf' })).toBeVisible();
  await drag([[80, 500]], [[320, 505]]);
  await expect(desk.getByRole('dialog', { name: '预览 现场一.jpg' })).toBeVisible();
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

/** Whether anything was drawn on a canvas. */
const inked = (canvas: ReturnType<Page['locator']>): Promise<boolean> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')!.getImageData(0, 0, element.width, element.height);
    return data.some((value, i) => i % 4 < 3 && value < 100 && data[i - (i % 4) + 3]! > 200);
  });
