import { getDocumentProxy, extractText } from 'unpdf';
import { expect, test } from './app.ts';
import { act, assigned, evidence, pageOf, seatOf } from './scene.ts';

/** Without blanks, which a line's end makes too, and with the characters that a font's radicals stand for (⼊ is 入). */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** The pages of what the browser would print, as plain text. */
async function printed(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map(plain);
}

test('a matter prints as a clean sheet: head, units, clocks, all of its story opened, and nothing of the desk', async ({
  browser,
}) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await pageOf(browser, 'nongye')];
  const task = {
    text: '建成高标准农田五万亩并完成上图入库',
    lead: '市农业农村局',
    co: ['市财政局'],
    due: '2027-03-12',
  };
  const [matter] = await assigned(office, [task]);
  await act(desk, matter!.id, 'accept');
  const file = await evidence(desk, '验收照片说明.txt', '照片');
  await act(desk, matter!.id, 'report', { text: '已完成三万亩，其余因雨顺延', percent: 60, files: [file] });
  await act(office, matter!.id, 'correct', { text: '建成高标准农田六万亩并完成上图入库', reason: '任务追加一万亩' });
  await office.emulateMedia({ colorScheme: 'dark' });
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByRole('region', { name: '经过' }).getByText('任务追加一万亩').first()).toBeVisible();

  const pages = await printed(await office.pdf({ preferCSSPageSize: true }));
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(pages[0]).toContain(`1/${pages.length}`);
  const sheet = pages.join('');
  for (const words of [
    matter!.number,
    '建成高标准农田六万亩并完成上图入库',
    '牵头单位市农业农村局',
    '配合单位市财政局',
    '办理时限',
    '等待：办结反馈',
    // Folded on the screen, open on paper.
    '文字由“建成高标准农田五万亩并完成上图入库”改为“建成高标准农田六万亩并完成上图入库”',
    '验收照片说明.txt',
    '怎样走到这一步',
    '沈知远打印于',
  ])
    expect(sheet).toContain(plain(words));
  for (const chrome of ['我可以', '另有', '工作台', '返回', '人看过', 'CtrlK'])
    expect(sheet).not.toContain(plain(chrome));
});

test('what is older than the page is fetched before it is printed, and otherwise said to be missing', async ({
  browser,
}) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('shangwu')];
  const [matter] = await assigned(office, [{ text: '组织十五场消费促进活动', lead: '市商务局' }]);
  await act(desk, matter!.id, 'accept');
  for (let i = 1; i <= 120; i++) await act(desk, matter!.id, 'report', { text: `第 ${i} 场活动已举办` });
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByRole('button', { name: '看更早的' })).toBeVisible();
  const cut = await printed(await office.pdf({ preferCSSPageSize: true }));
  expect(cut.join('')).toContain('以前的经过未列入');
  expect(cut.join('')).not.toContain('第1场活动已举办');

  await office.evaluate(() => {
    window.print = () => void (document.title = 'printed');
  });
  await office.getByRole('button', { name: '打印' }).click();
  await expect(office).toHaveTitle('printed');
  const whole = await printed(await office.pdf({ preferCSSPageSize: true }));
  expect(whole.length).toBeGreaterThan(cut.length);
  expect(whole[0]).not.toContain('以前的经过未列入');
  expect(whole.join('')).toContain('第1场活动已举办');
  expect(whole.at(-1)).toContain(`${whole.length}/${whole.length}`);
});

test('the long name of a file is whole on paper', async ({ browser }) => {
  const [office, desk] = [await pageOf(browser, 'ducha'), await seatOf('nongye')];
  const [matter] = await assigned(office, [{ text: '核对高标准农田上图入库面积', lead: '市农业农村局' }]);
  await act(desk, matter!.id, 'accept');
  const name = `${'高标准农田建设项目分乡镇上图入库面积核对及四至坐标汇总说明'.repeat(3)}之三.txt`;
  await act(desk, matter!.id, 'report', { text: '已核对', files: [await evidence(desk, name, '汇总')] });
  await office.goto(`/matters/${matter!.id}`);
  await expect(office.getByTitle(name).first()).toBeVisible();
  const sheet = (await printed(await office.pdf({ preferCSSPageSize: true }))).join('');
  expect(sheet).toContain(plain(name));
  expect(sheet).not.toContain('…');
});
