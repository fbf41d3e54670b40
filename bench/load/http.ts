import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PASSWORD, type Seat } from '../world/people.ts';

export type HttpServer = {
  readonly port: number;
  readonly pid: number;
  /** Bytes in use on its heap, after a collection where it may collect. */
  heap(): Promise<number>;
  stop(): void;
};

/** As `scripts/bootstrap.mjs` starts the program. */
const AS_STARTED = ['--max-semi-space-size=8'];

/** Starts the HTTP interface in a process of its own, with the worker of its jobs where `ownerUrl` is given. */
export async function startHttp(
  applicationUrl: string,
  {
    webRoot = '',
    ownerUrl = '',
    execArgv = [],
  }: { webRoot?: string; ownerUrl?: string; execArgv?: readonly string[] } = {},
): Promise<HttpServer> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [applicationUrl, webRoot, ownerUrl], {
    execArgv: [...AS_STARTED, ...execArgv],
  });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  const heap = async (): Promise<number> => {
    child.send('heap');
    return ((await once(child, 'message')) as [{ heap: number }])[0].heap;
  };
  return { port: message.port, pid: child.pid!, heap, stop: () => child.disconnect() };
}

export type Answer = { readonly status: number; readonly body: string; readonly ms: number };
/** One kept-alive connection; asks one thing at a time. */
export type HttpClient = {
  /** `from`: the address that a proxy says the client has. */
  ask(method: 'GET' | 'POST', path: string, token: string, body?: unknown, from?: string): Promise<Answer>;
  close(): void;
};

/**
 * A client that costs next to nothing, as it shares two cores with what it measures: no pool, no stream, only answers with
 * a Content-Length, which are all that the interface gives to JSON questions.
 */
export function httpClient(port: number): HttpClient {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  let heard: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void; since: number } | null = null;
  socket.on('data', (chunk) => {
    heard = heard.length ? Buffer.concat([heard, chunk]) : chunk;
    const end = heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = heard.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? NaN);
    if (Number.isNaN(length)) return waiting?.reject(new Error(`an answer without a length: ${head}`));
    if (heard.length < end + 4 + length) return;
    const body = heard.toString('utf8', end + 4, end + 4 + length);
    heard = heard.subarray(end + 4 + length);
    const { resolve, since } = waiting!;
    waiting = null;
    resolve({ status: Number(head.slice(9, 12)), body, ms: performance.now() - since });
  });
  socket.on('error', (error) => waiting?.reject(error));
  return {
    ask: (method, path, token, body, from) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject, since: performance.now() };
        const json = body === undefined ? '' : JSON.stringify(body);
        const type = json ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n` : '';
        const auth = token ? `authorization: Bearer ${token}\r\n` : '';
        const via = from ? `x-forwarded-for: ${from}\r\n` : '';
        socket.write(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${auth}${via}${type}\r\n${json}`);
      }),
    close: () => socket.destroy(),
  };
}

/** Signs every seat in and returns their sessions' tokens, in order. */
export async function signIn(port: number, seats: readonly Seat[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const { login } of seats) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    const opened = (await answer.json()) as { token?: string };
    if (!opened.token) throw new Error(`${login} could not sign in: ${JSON.stringify(opened)}`);
    tokens.push(opened.token);
  }
  return tokens;
}
