import enAdmin from '../../messages/en/pages/admin.json' with { type: 'json' };
import enDesk from '../../messages/en/web-desk.json' with { type: 'json' };
import enDocuments from '../../messages/en/pages/web-documents.json' with { type: 'json' };
import enLedger from '../../messages/en/web-ledger.json' with { type: 'json' };
import enMatters from '../../messages/en/matters.json' with { type: 'json' };
import enWeb from '../../messages/en/web.json' with { type: 'json' };
import enSites from '../../messages/en/pages/works-page.json' with { type: 'json' };
import enWorks from '../../messages/en/works.json' with { type: 'json' };
import zhSites from '../../messages/zh/pages/works-page.json' with { type: 'json' };
import zhWorks from '../../messages/zh/works.json' with { type: 'json' };
import zhAdmin from '../../messages/zh/pages/admin.json' with { type: 'json' };
import zhDesk from '../../messages/zh/web-desk.json' with { type: 'json' };
import zhDocuments from '../../messages/zh/pages/web-documents.json' with { type: 'json' };
import zhLedger from '../../messages/zh/web-ledger.json' with { type: 'json' };
import zhMatters from '../../messages/zh/matters.json' with { type: 'json' };
import zhWeb from '../../messages/zh/web.json' with { type: 'json' };
import type { WorksView } from '../../src/matters/works/works.contract.ts';
import type { MatterPage } from '../../src/matters/lists/list.contract.ts';
import { expect, test } from './app.ts';
import { LANGUAGES, MAKES, deskIn, PHONE, picture } from './camera.ts';
import { closedFigure } from './day.ts';
import { read, unitNamed } from './scene.ts';

// The pictures of the guide, which has tests only where they are made: what each page does is asked in the tests of its own subject. How they
// are made stands in camera.ts. Nothing is sent off, so the city stays as it is.

const WORDS = {
  zh: { ...zhWeb, ...zhDocuments, ...zhLedger, ...zhMatters, ...zhAdmin, ...zhDesk, ...zhSites, ...zhWorks },
  en: { ...enWeb, ...enDocuments, ...enLedger, ...enMatters, ...enAdmin, ...enDesk, ...enSites, ...enWorks },
};

for (const language of MAKES ? LANGUAGES : []) {
  const words = WORDS[language];

  test(`a handler’s pictures, in ${language}`, async ({ browser }) => {
    const phone = await deskIn(browser, language, 'zhujian', PHONE);
    await phone.goto('/');
    await expect(phone.locator('main [data-row]').first()).toBeVisible();
    await picture(phone, language, 'guide/handler-phone');

    const desk = await deskIn(browser, language, 'chengguan');
    const { rows } = await read<MatterPage>(desk, '/api/matters?slip=overdue');
    await desk.goto(`/matters/${rows.find(({ text }) => text.includes('燃气入户安检'))!.id}`);
    await desk.getByRole('button', { name: words['matter.act.answer'], exact: true }).click();
    const form = desk.getByRole('form');
    await form.getByLabel(words['web.field.result']).fill('已入户安检 2 万户，发现的 137 处隐患全部整改，台账附后。');
    await form.locator('input[type=file]').setInputFiles({
      name: '入户安检台账.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('共安检 2 万户\n'),
    });
    await expect(form.getByRole('button', { name: words['matter.act.answer'], exact: true })).toBeEnabled();
    await picture(desk, language, 'guide/handler-answer');
  });

  test(`a unit head’s pictures, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language, 'chengguan-head');
    await page.goto('/');
    await expect(page.locator('main [data-row]').nth(2)).toBeVisible();
    await picture(page, language, 'guide/unit-head-workbench');
    await page.goto('/calendar');
    await expect(page.getByRole('main').getByRole('listitem').nth(20)).toBeVisible();
    await picture(page, language, 'guide/unit-head-calendar');
  });

  test(`the supervision office’s pictures, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    await page.goto('/ledger?scope=all&slip=overdue');
    const boxes = page.locator('main tbody').getByRole('checkbox');
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    const bar = page.getByRole('region', { name: words['ledger.bulk'] });
    await bar.getByRole('button', { name: words['matter.act.remind'], exact: true }).click();
    await expect(page.getByRole('dialog').getByLabel(words['web.field.remind.text'])).toBeVisible();
    await picture(page, language, 'guide/supervisor-remind');

    const { rows } = await read<{ rows: { id: string; closed: number }[] }>(page, '/api/rounds');
    await page.goto(`/rounds/${rows.find(({ closed }) => closed > 5)!.id}/wall`);
    await expect(page.getByRole('listitem').nth(5)).toBeVisible();
    await picture(page, language, 'guide/supervisor-wall');
  });

  test(`a mediator’s pictures, in ${language}`, async ({ browser }) => {
    const phone = await deskIn(browser, language, 'tiaojie', PHONE);
    await phone.goto('/');
    await expect(phone.locator('main [data-row]').nth(2)).toBeVisible();
    await picture(phone, language, 'guide/mediator-phone');
    const desk = await deskIn(browser, language, 'tiaojie');
    const { rows } = await read<MatterPage>(desk, '/api/matters?mechanism=dispute&phase=answered');
    await desk.goto(`/matters/${rows.find(({ text }) => text.includes('拖欠农机配件货款'))!.id}`);
    await expect(desk.locator('[data-obligation]')).toHaveCount(3);
    await picture(desk, language, 'guide/mediator-agreement');
  });

  test(`a site inspector’s pictures, in ${language}`, async ({ browser }) => {
    const phone = await deskIn(browser, language, 'donghu', PHONE);
    await phone.goto('/works');
    await expect(phone.getByRole('list', { name: words['works.sites'] }).getByRole('button').nth(61)).toBeVisible();
    await picture(phone, language, 'guide/inspector-phone');
    // Kept and never sent, so that the city stays as it is.
    await phone.route('**/api/matters/*/acts', (route) => route.abort());
    const { rows } = await read<WorksView>(phone, '/api/works');
    const row = rows.find(({ may }) => may.measure)!;
    await phone.getByRole('button', { name: row.text }).click();
    await phone.getByRole('button', { name: words['matter.act.measure'] }).click();
    const form = phone.getByRole('form');
    await form.getByLabel(words['web.field.target']).selectOption({ index: 1 });
    await form.getByLabel(words['web.field.value']).fill(row.targets.rows[0]!.quantity);
    await form.locator('input[type=file]').setInputFiles('docs/pictures/phone.png');
    await expect(form.getByRole('img')).toHaveCount(1);
    await form.getByRole('button', { name: new RegExp(words['outbox.keep'].replace('{act}', '.*'), 'u') }).click();
    await phone.getByRole('button', { name: words['works.back'] }).click();
    await expect(phone.getByRole('region', { name: words['outbox.title'].replace('{n}', '1') })).toBeVisible();
    await picture(phone, language, 'guide/inspector-outbox');
  });

  test(`practice to be copied, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language);
    await page.goto('/catalogues');
    await expect(page.locator('main tbody tr')).toHaveCount(9);
    await picture(page, language, 'guide/supervisor-matrix');
  });

  test(`a mayor’s pictures, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language, 'shizhang', PHONE);
    await page.goto('/');
    await expect(page.getByRole('region', { name: words['brief.worst'] }).getByRole('listitem')).toHaveCount(3);
    await expect(page.getByRole('region', { name: words['brief.last'] })).toBeVisible();
    await picture(page, language, 'guide/mayor-phone');
    const { bulletin, area, count } = await closedFigure(page);
    await page.goto(`/bulletins/${bulletin}`);
    // A bulletin stays in the language that it was written in.
    await page
      .getByRole('button', { name: new RegExp(`^${area}.*${zhDocuments['documents.figure.closed']}`, 'u') })
      .click();
    await expect(page.getByRole('complementary').getByRole('link')).toHaveCount(count);
    await picture(page, language, 'guide/mayor-figure-phone');
  });

  test(`an administrator’s pictures, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language, 'guanli');
    await page.goto(`/admin/units?unit=${await unitNamed(page, '市发改委')}`);
    await expect(page.getByRole('article').getByText('林一帆').first()).toBeVisible();
    await picture(page, language, 'guide/administrator-units');

    await page.goto('/admin/mechanisms/weekly-assignment');
    await expect(page.getByRole('figure')).toBeVisible();
    await picture(page, language, 'guide/administrator-mechanism');

    await page.goto('/admin/schemes/appeals');
    await page.getByRole('treeitem').first().focus();
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await expect(page.getByRole('treeitem', { level: 2 }).first()).toBeVisible();
    await picture(page, language, 'guide/administrator-schemes');
  });

  test(`a discipline inspector’s pictures, in ${language}`, async ({ browser }) => {
    const page = await deskIn(browser, language, 'jijian');
    await page.goto('/circles');
    await expect(page.getByRole('main').getByText('岳明清')).toBeVisible();
    await picture(page, language, 'guide/discipline-circle');

    const { rows } = await read<MatterPage>(page, '/api/matters?mechanism=clue&scope=all&phase=working');
    await page.goto(`/matters/${rows.at(-1)!.id}`);
    const show = language === 'zh' ? '打开内容' : 'Open them';
    await page.getByRole('button', { name: show }).click();
    const form = page.getByRole('form', { name: show });
    await form
      .locator('input')
      .first()
      .fill(language === 'zh' ? '核查线索' : 'To check the clue');
    await form.getByRole('button', { name: show }).click();
    await expect(page.getByRole('term').filter({ hasText: '密文' }).first()).toBeVisible();
    await picture(page, language, 'guide/discipline-clue');

    const office = await deskIn(browser, language);
    await office.goto('/debarments');
    await expect(office.getByRole('main').getByRole('listitem').nth(1)).toBeVisible();
    await picture(office, language, 'guide/discipline-debarments');

    const panel = await deskIn(browser, language, 'hegui');
    const cases = await read<MatterPage>(panel, '/api/matters?mechanism=compliance&scope=all&phase=any');
    await panel.goto(`/matters/${cases.rows.find(({ text }) => text.includes('恒润包装'))!.id}`);
    await expect(panel.getByText(language === 'zh' ? '合规计划审查' : 'Compliance plan').first()).toBeVisible();
    // The gates in the middle: the visits stand above them, the story below.
    await panel
      .getByRole('heading', { name: language === 'zh' ? '关口' : 'Gates' })
      .evaluate((gates) => window.scrollTo(0, gates.getBoundingClientRect().top + window.scrollY - 480));
    await picture(panel, language, 'guide/discipline-compliance');
  });
}
