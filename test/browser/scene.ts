import { uuidv7 } from '../../src/kernel/index.ts';
import type { Unit } from '../../src/directory/contract.ts';
import type { MatterRow, MatterView } from '../../src/matters/contract.ts';
import type { RoundView } from '../../src/matters/rounds/round.contract.ts';
import type { ActKind } from '../../src/mechanism/contract.ts';
import { request, type Browser, type Locator, type Page } from '@playwright/test';
import { address, expect, signIn } from './app.ts';

type Options = Parameters<Browser['newContext']>[0];

/** A page of its own at which that account sits: its own cookies, its own memory. */
export async function pageOf(browser: Browser, login: string, options: Options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await signIn(page, login);
  return page;
}

/** Who asks the interface: whoever sits at a page, or at none. */
export type Asker = Pick<Page, 'request'>;

const askers = new Map<string, Promise<Asker>>();

/** That account without a page, which costs a browser something before anything is opened in it: for who only acts over HTTP. */
export function seatOf(login: string): Promise<Asker> {
  const known = askers.get(login) ?? signedIn(login);
  askers.set(login, known);
  return known;
}

async function signedIn(login: string): Promise<Asker> {
  const asker = { request: await request.newContext({ baseURL: address() }) };
  await signIn(asker, login);
  return asker;
}

/** Asks the interface as the account of that page. */
export async function read<T>(page: Asker, path: string): Promise<T> {
  const answer = await page.request.get(path);
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export async function send<T>(page: Asker, path: string, data: object): Promise<T> {
  const answer = await page.request.post(path, { data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The id of a unit by its short name or its name. */
export async function unitNamed(page: Asker, name: string): Promise<string> {
  const { rows } = await read<{ rows: Unit[] }>(page, '/api/units');
  const found = rows.find((unit) => unit.shortName === name || unit.name === name);
  if (!found) throw new Error(`the demo city has no unit ${name}`);
  return found.id;
}

/** Each worker of Playwright counts from a start of its own; drawn numbers met each other in most runs. */
let meetings = Number(process.env['TEST_WORKER_INDEX'] ?? 0) * 5000;
function nextMeeting(): { year: number; number: number } {
  const n = meetings++;
  return { year: 2001 + (n % 20), number: 1 + Math.floor(n / 20) };
}

type Task = { text: string; lead: string; co?: string[]; due?: string; confidential?: boolean };

/**
 * Assigns tasks as the supervision office: in a round of a year long past, so that it is nobody's latest, and of a
 * number that no other test has.
 */
export async function assigned(office: Asker, tasks: readonly Task[]): Promise<readonly MatterRow[]> {
  const { year, number } = nextMeeting();
  const id = uuidv7(new Date());
  const items = await Promise.all(
    tasks.map(async ({ text, lead, co = [], due, confidential = false }) => ({
      id: uuidv7(new Date()),
      register: { text, area: '浏览器测试', confidential },
      assign: {
        lead: await unitNamed(office, lead),
        co: await Promise.all(co.map((name) => unitNamed(office, name))),
        due: due ?? null,
      },
    })),
  );
  const meeting = { mechanism: 'weekly-assignment', year, number, heldOn: `${year}-01-06`, attendees: [] };
  await send(office, '/api/rounds', { id, name: `第${number}次周交办会议`, ...meeting, items });
  const { matters } = await read<RoundView>(office, `/api/rounds/${id}`);
  return tasks.map(({ text }) => matters.find((row) => row.text === text)!);
}

/** Does an act over HTTP, as the account of that page. */
export const act = (page: Asker, matter: string, kind: ActKind, given: object = {}): Promise<unknown> =>
  send(page, `/api/matters/${matter}/acts`, { id: uuidv7(new Date()), kind, given });

/** An assignment that takes the matter from who has it, by somebody who looked. */
export async function reassign(page: Asker, matter: string, given: object): Promise<unknown> {
  const { row } = await matterOf(page, matter);
  return send(page, `/api/matters/${matter}/acts`, { id: uuidv7(new Date()), kind: 'assign', given, seen: row.seq });
}

/** Shows more of the workbench until the row is there: what others do at the same time stands above it. */
export async function lookedFor(page: Page, row: Locator): Promise<void> {
  const more = page.getByRole('button', { name: '再看一些' });
  await expect(async () => {
    if (!(await row.isVisible()) && (await more.isVisible())) await more.click();
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Uploads a small text, or what else is in a file, as evidence; returns its id. */
export async function evidence(page: Asker, name: string, text: string | Buffer): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await page.request.post(`/api/files?name=${encodeURIComponent(name)}`, {
    data: typeof text === 'string' ? Buffer.from(text) : text,
    headers,
  });
  return ((await answer.json()) as { id: string }).id;
}

export const matterOf = (page: Asker, id: string): Promise<MatterView> => read(page, `/api/matters/${id}`);

/** What goes wrong on a page without being seen: errors of its code, its console, its requests. */
export function faultsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && found.push(`${message.text()} (${page.url()})`));
  return found;
}

/** Types part of a unit's name into a field for units and takes the one of that name. */
export async function chooseUnit(field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await field.page().getByTitle(name, { exact: true }).locator('visible=true').first().click();
}

/** Turns the page light or dark, and waits until its colours have come to rest: on their way they are neither. */
export async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(
      document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? [one.finished] : [])),
    );
  });
}

type Router = { readonly state: { readonly status: string; readonly resolvedLocation?: { readonly href: string } } };

/**
 * Goes to another page of the desk as by a link; opens it anew where the page stands there already. The program is not read anew else,
 * which costs a browser more than most of what is asked of a page.
 */
export async function follow(page: Page, address: string): Promise<void> {
  const before = await page.evaluate((to) => {
    if (new URL(to, location.href).href === location.href) return null;
    const { state } = (window as unknown as { __TSR_ROUTER__: Router }).__TSR_ROUTER__;
    const from = state.resolvedLocation?.href ?? '';
    history.pushState({}, '', to);
    return from;
  }, address);
  if (before === null) return void (await page.goto(address));
  await page.waitForFunction((from) => {
    const { status, resolvedLocation } = (window as unknown as { __TSR_ROUTER__: Router }).__TSR_ROUTER__.state;
    return status === 'idle' && resolvedLocation?.href !== from;
  }, before);
}
