import { getDocumentProxy, extractText } from 'unpdf';
import type { z } from 'zod';
import type { RoundPage } from '../../src/matters/rounds/round.contract.ts';
import { expect, test } from './app.ts';
import { pageOf, read } from './scene.ts';

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

test('a round prints lying, its board whole and its head on each sheet, in ink alone and with nothing to press', async ({
  browser,
}) => {
  const office = await pageOf(browser, 'ducha', { colorScheme: 'dark' });
  const { rows } = await read<z.infer<typeof RoundPage>>(office, '/api/rounds');
  await office.goto(`/rounds/${rows[0]!.id}`);
  const board = office.getByRole('table');
  await expect(board.getByRole('link').first()).toBeVisible();
  const numbers = await board.getByText(/^交办〔/u).allTextContents();
  await expect(office.getByRole('button', { name: '打印' })).toBeVisible();

  const pdf = await getDocumentProxy(new Uint8Array(await office.pdf({ preferCSSPageSize: true })));
  const [, , width, height] = (await pdf.getPage(1)).view;
  expect(width).toBeGreaterThan(height!);
  const { text } = await extractText(pdf, { mergePages: false });
  const pages = text.map(plain);
  for (const page of pages) expect(page).toContain('待签收');
  for (const number of numbers) expect(pages.join('')).toContain(plain(number));
  for (const chrome of ['上大屏', '写通报', '打印', '导出', '截至', '工作台'])
    expect(pages.join('')).not.toContain(plain(chrome));

  await office.emulateMedia({ media: 'print' });
  const ink = await board.evaluate((one) => getComputedStyle(one).color);
  expect(ink).toBe('rgb(0, 0, 0)');
});
