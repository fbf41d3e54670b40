import { expect, test } from './app.ts';
import { act, assigned, pageOf } from './scene.ts';

// Whoever has chosen all colours themselves (a contrast theme of the system) sees what is drawn by its ground alone.

test('in colours of one’s own the bars of the clocks and the dots of the way keep their shape', async ({ browser }) => {
  const office = await pageOf(browser, 'ducha');
  const desk = await pageOf(browser, 'shuili');
  const [row] = await assigned(office, [{ text: '加固堤脚护坡', lead: '市水利局' }]);
  await act(desk, row!.id, 'accept', {});
  for (const colorScheme of ['light', 'dark'] as const) {
    await office.emulateMedia({ forcedColors: 'active', colorScheme });
    await office.goto(`/matters/${row!.id}`);
    const groundsOf = (of: string) =>
      office.locator(of).evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    const [canvas] = await groundsOf('html');
    await expect(office.getByRole('list', { name: '走到哪一步' })).toBeVisible();
    const [past] = await groundsOf('[data-drawn] [data-at="past"] > span:first-child');
    const [ahead] = await groundsOf('[data-drawn] [data-at="ahead"] > span:first-child');
    expect(past).not.toBe(ahead);
    const spent = await groundsOf('[data-drawn="bar"] > div:first-child');
    expect(spent.length).toBeGreaterThan(0);
    for (const ground of spent) expect(ground).not.toBe(canvas);
  }
});
