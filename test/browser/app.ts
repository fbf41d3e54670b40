import { readFileSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import { SERVER_FILE } from './setup.ts';

type Account = { login: string; password: string; role: string; unit: string; title: string };
type Server = { address: string; accounts: Account[] };

const server = (): Server => JSON.parse(readFileSync(SERVER_FILE, 'utf8')) as Server;

/** Where the server of this run is. */
export const address = (): string => server().address;

/** The demo account of that login, with the password made for this run. */
export function account(login: string): Account {
  const found = server().accounts.find((one) => one.login === login);
  if (!found) throw new Error(`the demo city has no account ${login}`);
  return found;
}

/** Signs in without the page, so that a test starts where it begins to be about something. */
export async function signIn(page: Pick<Page, 'request'>, login: string): Promise<void> {
  const { password } = account(login);
  const answer = await page.request.post('/api/session', { data: { login, password } });
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${await answer.text()}`);
}

/** Playwright's test, its pages at the server of this run. */
export const test = base.extend<{ leaving: void }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this very pattern
  baseURL: async ({}, use) => use(address()),
  /** Closes the desks that a test has opened: Playwright keeps them until its last test, and each goes on reading what the others do. */
  leaving: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use();
      const opened = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
});
export { expect } from '@playwright/test';
