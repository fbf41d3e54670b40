import { readFile } from 'node:fs/promises';
import { uuidv7 } from '../../src/kernel/index.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { act, evidence, faultsOf, matterOf, pageOf, read, unitNamed } from './scene.ts';

// An appeal from beginning to end, with every chair taking part: raised on a phone, asked about, answered, judged with two stars,
// reopened by the supervision office, and solved.

const PHONE_NUMBER = '13812345678';
const PHONE = { width: 390, height: 844 };
/** Two minutes is what the owner of an enterprise is to need; a machine that types at once needs far less than this. */
const RAISED_WITHIN_MS = 30_000;

type Raised = { number: string; pass: string };

/** Raises an appeal on a phone as its owner would, without an account. */
async function raise(owner: Page, text: string): Promise<Raised> {
  await owner.goto('/appeal');
  await owner.getByRole('link', { name: '提出诉求' }).click();
  await owner.getByLabel('诉求内容').fill(text);
  await owner.getByLabel(/^类别/u).selectOption({ index: 1 });
  await owner.getByLabel(/^地点/u).fill('清河县工业路 8 号');
  const picture = { name: '门口.txt', mimeType: 'text/plain', buffer: Buffer.from('货车停在路口') };
  await owner.locator('input[type=file]').setInputFiles(picture);
  await expect(owner.getByRole('button', { name: '移除 门口.txt' })).toBeVisible();
  await owner.getByRole('button', { name: '下一步' }).click();
  await owner.getByLabel(/^手机或邮箱/u).fill(PHONE_NUMBER);
  await owner.getByRole('button', { name: '提交' }).click();
  await expect(owner.getByRole('heading', { name: '已经收到' })).toBeVisible();
  const [number, pass] = await owner.locator('dl dd').allInnerTexts();
  // Whoever goes on from here types neither of the two; a reload knows nothing of them.
  await owner.getByRole('link', { name: '查询办理情况' }).click();
  await expect(owner.getByLabel('编号', { exact: true })).toHaveValue(number!);
  await expect(owner.getByLabel('查询码')).toHaveValue(pass!);
  await owner.reload();
  await expect(owner.getByLabel('查询码')).toHaveValue('');
  return { number: number!, pass: pass! };
}

async function follow(owner: Page, { number, pass }: Raised): Promise<void> {
  await owner.goto('/appeal/follow');
  await owner.getByLabel('编号', { exact: true }).fill(number);
  await owner.getByLabel('查询码').fill(pass);
  await owner.getByRole('button', { name: '查看' }).click();
  await expect(owner.getByRole('heading', { name: '往来记录' })).toBeVisible();
}

/** What the demo would have sent to the owner's phone about their appeal, once it says this: the link in it. */
async function linkSent(office: Page, { number }: Raised, words: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const { rows } = await read<{ rows: { to: string; text: string }[] }>(office, '/api/demo/outbox');
        const sent = rows.find(({ to, text }) => to === PHONE_NUMBER && text.includes(number) && text.includes(words));
        return (found = /https?:\/\/\S+\/appeal\/l\/[\w-]+/u.exec(sent?.text ?? '')?.[0]);
      },
      { message: `a message with ${words}` },
    )
    .toBeTruthy();
  return found!;
}

/** Comes back by the link that was sent, as on a phone that knows nothing of it: no number, no code. */
async function comeBack(owner: Page, link: string): Promise<void> {
  await owner.context().clearCookies();
  await owner.goto(link);
  await expect(owner.getByRole('heading', { name: '往来记录' })).toBeVisible();
  expect(owner.url(), 'the link is out of the address').not.toContain('/l/');
}

async function judge(owner: Page, stars: number, solved: boolean, satisfied: boolean, words: string): Promise<void> {
  const form = owner.getByRole('form', { name: '评价' });
  await expect(form.getByRole('radio', { checked: true })).toHaveCount(0);
  await form.getByText(`${stars} 星`).click({ force: true });
  await form.getByRole('radio', { name: solved ? '已解决' : '没有解决', exact: true }).check();
  await form.getByRole('radio', { name: satisfied ? '满意' : '不满意', exact: true }).check();
  await form.getByLabel(/^想说的话/u).fill(words);
  await form.getByRole('button', { name: '提交评价' }).click();
  await expect(form).toBeHidden();
}

test('an owner appeals on a phone, is asked, answers, gives two stars, sees it reopened, and sees it solved', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const owner = await (await browser.newContext({ viewport: PHONE })).newPage();
  const faults = faultsOf(owner);
  const [office, handler, head] = await Promise.all(
    ['ducha', 'fagai', 'fagai-head'].map((who) => pageOf(browser, who)),
  );
  const text = `厂门口的工业路被挖断，货车进不来，货已经压了三天（${uuidv7(new Date()).slice(-6)}）`;
  const began = Date.now();
  const raised = await raise(owner, text);
  expect(Date.now() - began).toBeLessThan(RAISED_WITHIN_MS);
  await follow(owner, raised);
  await expect(owner.getByText('已经登记，正在确定承办单位')).toBeVisible();

  // The office finds it on its own desk, files it and passes it on; the handler accepts and asks.
  await office!.goto(`/ledger?q=${encodeURIComponent(text.slice(0, 12))}`);
  await expect(office!.getByText(text).first()).toBeVisible();
  const { rows } = await read<{ rows: { id: string; text: string }[] }>(
    office!,
    `/api/matters?q=${encodeURIComponent(text.slice(0, 12))}`,
  );
  const matter = rows.find((row) => row.text === text)!.id;
  expect((await matterOf(office!, matter)).raised?.wish, 'the category that the owner chose').toBeTruthy();
  await act(office!, matter, 'classify', { category: await aCategory(office!) });
  await act(office!, matter, 'assign', { lead: await unitNamed(office!, '市发改委'), co: [] });
  await act(handler!, matter, 'accept');
  await act(handler!, matter, 'inquire', { text: '货车多宽？便道修在东侧行不行？' });

  await comeBack(owner, await linkSent(office!, raised, '请补充'));
  await expect(owner.getByText('等待回答询问，回答后接着办，这段时间不计入期限')).toBeVisible();
  await owner.getByRole('textbox', { name: '回答' }).fill('3.2 米，东侧可以。');
  await owner.getByRole('form', { name: '回答' }).getByRole('button', { name: '回答' }).click();
  await expect(owner.getByText('市发展和改革委员会正在办理')).toBeVisible();

  // Something comes to light that nobody asked for: whoever works on it is told.
  await owner.getByRole('button', { name: '补充说明' }).click();
  await owner.getByRole('textbox', { name: '补充说明' }).fill('今天又来了两辆 9.6 米的车。');
  await owner.getByRole('button', { name: '提交', exact: true }).click();
  await expect(owner.getByText('今天又来了两辆')).toBeVisible();
  await expect
    .poll(async () => {
      type Told = { rows: { kind: string; matter: { id: string } | null; said: string | null }[] };
      const { rows: told } = await read<Told>(handler!, '/api/notices');
      return told.find((one) => one.matter?.id === matter && one.kind === 'added')?.said;
    })
    .toContain('9.6 米');

  await act(handler!, matter, 'promise', { text: '周五前修通便道', due: (await matterOf(handler!, matter)).row.due! });
  await act(handler!, matter, 'propose', { result: '便道已修通，可以通行。' });
  await comeBack(owner, await linkSent(office!, raised, '作出承诺'));
  await expect(owner.getByText('周五前修通便道')).toBeVisible();
  await expect(owner.getByText('便道已修通'), 'a draft is the unit’s own').toBeHidden();
  await act(head!, matter, 'answer', { result: '便道已修通，可以通行。' });

  await comeBack(owner, await linkSent(office!, raised, '请查看并评价'));
  await expect(owner.getByRole('form', { name: '评价' }).getByText('便道已修通，可以通行。')).toBeVisible();
  await judge(owner, 2, false, false, '便道一下雨就陷车');
  await expect(owner.getByText('2 星')).toBeVisible();
  await expect(owner.getByText('未解决或不满意').first()).toBeVisible();
  await expect(owner.getByText('转由督查机构回访核实')).toBeVisible();

  // The supervision office calls back and has it done again, with real work.
  await act(office!, matter, 'callback', { reached: true, solved: false, satisfied: false, text: '现场确实积水' });
  await act(office!, matter, 'reopen', { reason: '便道未硬化，重新办理' });
  await comeBack(owner, await linkSent(office!, raised, '已重新办理'));
  await expect(owner.getByText('市发展和改革委员会正在办理')).toBeVisible();
  await act(handler!, matter, 'propose', { result: '便道已硬化，设置了排水沟。' });
  const report = await evidence(head!, '验收单.txt', '便道硬化 9.6 米');
  await act(head!, matter, 'answer', { result: '便道已硬化，设置了排水沟。', files: [report] });
  await owner.reload();
  await expect(owner.getByRole('form', { name: '评价' }).getByText('便道已硬化')).toBeVisible();
  const saved = owner.waitForEvent('download');
  await owner.getByRole('form', { name: '评价' }).getByRole('link', { name: '验收单.txt' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toBe('便道硬化 9.6 米');
  await judge(owner, 5, true, true, '谢谢');
  await expect(owner.getByText('已经办结')).toBeVisible();
  expect((await matterOf(office!, matter)).row.phase).toBe('closed');
  await office!.goto(`/matters/${matter}`);
  await expect(office!.getByRole('list', { name: '走到哪一步' })).toBeVisible();
  expect(await brokenWeekdays(office!), 'a weekday on two lines').toEqual([]);
  expect(faults).toEqual([]);
});

/** The days on the line of stages whose weekday, its last two signs, is broken in two. */
const brokenWeekdays = (page: Page): Promise<string[]> =>
  page.locator('[data-drawn] time').evaluateAll((days) =>
    days.flatMap(({ firstChild: text }) => {
      if (!text?.textContent) return ['nothing'];
      const weekday = document.createRange();
      weekday.setStart(text, text.textContent.length - 2);
      weekday.setEnd(text, text.textContent.length);
      return weekday.getClientRects().length === 1 ? [] : [text.textContent];
    }),
  );

/** Any category that is in use in the scheme of appeals, one that has none below it. */
async function aCategory(page: Page): Promise<string> {
  const { rows } = await read<{ rows: { key: string; versions: { version: number }[] }[] }>(page, '/api/schemes');
  const { version } = rows.find(({ key }) => key === 'appeals')!.versions[0]!;
  type Category = { code: string; parent: string | null; retired: boolean };
  const { categories } = await read<{ categories: Category[] }>(page, `/api/schemes/appeals/versions/${version}`);
  return categories.find(({ code, retired }) => !retired && !categories.some(({ parent }) => parent === code))!.code;
}
