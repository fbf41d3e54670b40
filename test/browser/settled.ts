import type { Page, Request } from '@playwright/test';
import { expect } from './app.ts';

/** Waits until the page has asked for nothing more and drawn what came: by its own pace, however busy the machine is. */
export async function settled(page: Page, open: ReadonlySet<Request>): Promise<void> {
  const drawn = () =>
    page.evaluate(
      () =>
        new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 5000 }))),
    );
  await expect
    .poll(async () => {
      await drawn();
      return open.size;
    }, 'requests without an answer')
    .toBe(0);
  await drawn();
}

/** The requests of a page that are under way, but for its live line, which never ends. */
export function requestsOf(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
}
