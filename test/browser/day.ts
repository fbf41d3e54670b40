import type { Locator, Page } from '@playwright/test';
import type { BulletinView } from '../../src/bulletins/contract.ts';
import type { NoticePage } from '../../src/notices/contract.ts';
import { expect } from './app.ts';
import { read, type Asker } from './scene.ts';

// What the specs of a chair's whole day have in common: the sizes of a desk, and the moves that its page wants in each.

/** Where a chair's day is spent: at a desk, and with a phone in one hand. */
export const SIZES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
} as const;

/** What came of an act, as the page says it. */
export const said = (page: Page, words: string | RegExp): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** Waits until a seat has been told of a matter; the telling begins shortly after the act. */
export async function told(page: Asker, matter: string, kind: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (await read<NoticePage>(page, '/api/notices')).rows.some((n) => n.matter?.id === matter && n.kind === kind),
      { timeout: 20_000 },
    )
    .toBe(true);
}

/** Opens the form of an act on the matter's page; on a phone the rarer acts stand behind one button. */
export async function begin(page: Page, act: string): Promise<Locator> {
  const button = page.getByRole('button', { name: act, exact: true });
  const rest = page.getByRole('button', { name: /^其他 \d+ 项$/u });
  await expect(button.or(rest).first()).toBeVisible();
  if (!(await button.isVisible())) await rest.click();
  await button.click();
  const form = page.getByRole('form', { name: new RegExp(`^${act}`, 'u') });
  await expect(form).toBeVisible();
  return form;
}

/** Sends the form off and waits until it is done. */
export async function finish(form: Locator, act: string): Promise<void> {
  await form.getByRole('button', { name: act, exact: true }).click();
  await expect(form).toHaveCount(0);
}

/** A matter's row on the workbench, with its acts. */
export const rowOf = (page: Page, matter: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator(`[data-row="${matter}"]`) });

/** The ids of the rows on the page, from the top. */
export const rowsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('main [data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));

type ClosedFigure = { bulletin: string; number: string; area: string; count: number };

/** A bulletin of the demo city with the figure of an area whose matters were struck off, so that it opens. */
export async function closedFigure(page: Page): Promise<ClosedFigure> {
  const { rows } = await read<{ rows: { id: string; number: string }[] }>(page, '/api/bulletins');
  for (const { id, number } of rows) {
    const { before } = await read<BulletinView>(page, `/api/bulletins/${id}`);
    for (const { key, figures } of before?.figures.byArea ?? []) {
      const closed = figures.find((figure) => figure.key === 'closed');
      if (key && closed && closed.value > 0) return { bulletin: id, number, area: key, count: closed.value };
    }
  }
  throw new Error('the demo city has no bulletin with matters that were struck off');
}
