import { chromium, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/test/browser.ts';
import { buildWeb, webRoot } from '../src/app/server/web-build.ts';
import { uuidv7 } from '../src/kernel/index.ts';
import { httpClient, signIn, startHttp, type HttpServer } from './load/http.ts';
import type { Row } from './row.ts';
import type { World } from './world/world.ts';

/** What a busy city does in an hour, and somewhat more; done here as fast as it goes. */
const UPDATES = 6_000;
/** Before anything is measured: what is compiled, cached and read once is there, and the open matter's story is as long as a page shows. */
const WARM_UP = 1_500;
const WRITERS = 6;
const MATTERS = 12;
/** Lists are read again every four seconds at most: the page comes to rest before it is measured. */
const REST_MS = 7_000;
const MB = 1_000_000;

type Opened = { page: Page; heap: CDPSession; reads: () => number };

const what = `memory after ${UPDATES.toLocaleString('en')} live updates (an hour of them)`;

/** Heaps after a collection, of a page on the ledger, of one on a matter that is acted on, and of the server that tells them. */
export async function bench(world: World): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === null)
    return [{ what, measured: null, unit: 'MB', note: 'skipped: no browser on this machine' }];
  await buildWeb(
    () => undefined,
    () => undefined,
  );
  const server = await startHttp(world.applicationUrl, { webRoot, execArgv: ['--expose-gc'] });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const [token] = await signIn(server.port, world.seats.slice(0, 1));
    const matters = await some(server, token!);
    const open = async (path: string): Promise<Opened> => {
      const address = `http://localhost:${server.port}`;
      const context = await browser.newContext({ locale: 'zh-CN' });
      await context.addCookies([{ name: 'huiyin', value: token!, url: address }]);
      const page = await context.newPage();
      const line = page.waitForResponse((answer) => answer.url().includes('/api/live'));
      await page.goto(address + path);
      await line;
      let reads = 0;
      page.on('response', (answer) => {
        if (answer.url().includes('/api/matters')) reads++;
      });
      return { page, heap: await context.newCDPSession(page), reads: () => reads };
    };
    const [list, matter] = [await open('/ledger'), await open(`/matters/${matters[0]}`)];
    const heaps = async (): Promise<number[]> => {
      await list.page.waitForTimeout(REST_MS);
      return [await heapOf(list.heap), await heapOf(matter.heap), await server.heap()];
    };
    await acts(server, token!, matters, WARM_UP);
    const before = await heaps();
    const since = performance.now();
    await acts(server, token!, matters, UPDATES);
    const seconds = (performance.now() - since) / 1000;
    const after = await heaps();
    // A page that hears nothing keeps its memory too.
    const reads = [list.reads(), matter.reads()];
    if (reads.includes(0)) throw new Error(`a page read nothing anew: ${reads.join(', ')} times`);
    return ['a page on the ledger', 'a page on a matter', 'the server'].map((whose, i) => ({
      what: `${what}: ${whose}`,
      measured: after[i]! / MB,
      unit: 'MB',
      ceiling: { what: 'the same before them', measured: before[i]! / MB },
      aim: { bound: 'at most', value: 1.15, of: 'ratio' } as const,
      note: `heap after a collection; ${(UPDATES / seconds).toFixed(0)} acts/s${i < 2 ? `, read anew ${reads[i]} times` : ''}`,
    }));
  } finally {
    await browser.close();
    server.stop();
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The newest: with the oldest pgbench does what it likes. */
async function some({ port }: HttpServer, token: string): Promise<string[]> {
  const client = httpClient(port);
  const { status, body } = await client.ask('GET', `/api/matters?sort=newest&limit=${MATTERS}`, token);
  client.close();
  if (status !== 200) throw new Error(`the ledger was answered with ${status}: ${body}`);
  return (JSON.parse(body) as { rows: { id: string }[] }).rows.map(({ id }) => id);
}

/** Notes on these matters in turn, by several at once. */
async function acts({ port }: HttpServer, token: string, matters: readonly string[], count: number): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const client = httpClient(port);
      while (left-- > 0) {
        const act = { id: uuidv7(new Date()), kind: 'note', given: { text: '现场情况有更新，材料随后补齐' } };
        const { status, body } = await client.ask(
          'POST',
          `/api/matters/${matters[left % matters.length]}/acts`,
          token,
          act,
        );
        if (status !== 200) throw new Error(`an act was answered with ${status}: ${body}`);
      }
      client.close();
    }),
  );
}
