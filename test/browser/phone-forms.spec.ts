import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { act, assigned, pageOf, seatOf } from './scene.ts';

// An act's form in the hand: whatever takes the focus, no bar lies over it.

/** What of a form lies under something else, of all that can be touched in it, as each takes the focus in its turn. */
async function covered(form: Locator): Promise<string[]> {
  const found: string[] = [];
  const parts = form.locator('textarea, input:not([type="file"]), button, summary');
  for (const part of await parts.all()) {
    if (!(await part.isVisible()) || (await part.isDisabled())) continue;
    await part.focus();
    const under = await part.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      // What is higher than the screen is scrolled within the page; its first line must be clear.
      for (const y of height > window.innerHeight / 2 ? [top + 8] : [top + 3, top + height - 3]) {
        const hit = document.elementFromPoint(left + width / 2, y);
        if (!hit || !(one.contains(hit) || hit.contains(one)) || hit.tagName === 'NAV')
          return `${one.tagName} ${one.textContent || one.id} at ${Math.round(y)} under ${hit?.outerHTML.slice(0, 60)}`;
      }
      return null;
    });
    if (under) found.push(under);
  }
  return found;
}

for (const size of [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
])
  test(`no field and no button of a form is covered at ${size.width} by ${size.height}`, async ({ browser }) => {
    const office = await seatOf('ducha');
    const [matter] = await assigned(office, [{ text: '疏浚城区排水管网', lead: '市住建局' }]);
    const phone = await pageOf(browser, 'zhujian', { viewport: size, hasTouch: true, isMobile: true });
    const open = async (kind: string): Promise<Locator> => {
      await phone.goto(`/matters/${matter!.id}`);
      const button = phone.getByRole('button', { name: kind, exact: true });
      await expect(phone.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      if (!(await button.isVisible())) await phone.getByRole('button', { name: /^其他/u }).click();
      await button.click();
      const form = phone.getByRole('form');
      await expect(form).toBeVisible();
      return form;
    };
    expect(await covered(await open('退回'))).toEqual([]);
    expect(await covered(await open('签收'))).toEqual([]);
    await act(phone, matter!.id, 'accept');
    expect(await covered(await open('办结反馈'))).toEqual([]);
  });

test('what is said after an act lies over nothing that can be pressed', async ({ browser }) => {
  const office = await seatOf('ducha');
  const [matter] = await assigned(office, [{ text: '更新城区老旧供水管网', lead: '市住建局' }]);
  const phone = await pageOf(browser, 'zhujian', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await phone.goto(`/matters/${matter!.id}`);
  await phone.getByRole('button', { name: '签收', exact: true }).click();
  await phone.getByRole('form').getByRole('button', { name: '签收' }).click();
  const said = phone.locator('output [data-tone="done"]');
  await expect(said).toBeVisible();
  await expect(phone.getByRole('button', { name: '办结反馈', exact: true })).toBeVisible();
  const under = await said.evaluate((one) => {
    const over = one.getBoundingClientRect();
    const acts = [...document.querySelectorAll('a, button, summary, input, textarea')];
    return acts
      .filter((act) => act.checkVisibility({ visibilityProperty: true }))
      .filter((act) => {
        const { left, right, top, bottom } = act.getBoundingClientRect();
        return left < over.right && right > over.left && top < over.bottom && bottom > over.top;
      })
      .map((act) => act.textContent);
  });
  expect(under).toEqual([]);
});
