import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { atTheEnd } from './ending.ts';

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string };
export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** Answers the next requests so, instead of with 200. */
  answerNext(...answers: { status: number; body?: string; headers?: Record<string, string> }[]): void;
};

/** A receiver of webhooks on this machine, for one test file. It keeps what it was sent, also what it did not take. */
export async function receiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: { status: number; body?: string; headers?: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      const { status, body: said = '{"errcode":0,"errmsg":"ok"}', headers } = answers.shift() ?? { status: 200 };
      response.writeHead(status, headers).end(said);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atTheEnd(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, answerNext: (...next) => void answers.push(...next) };
}
