import { Agent, request } from 'node:http';

export type WebAnswer = { readonly status: number; readonly body: string; readonly headers: Record<string, unknown> };
export type WebAsk = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One browser's line to a server of any make: a kept-alive connection, whatever form the answer has; keeps no cookies. */
export type WebClient = { ask(path: string, ask?: WebAsk): Promise<WebAnswer>; close(): void };

/** Like `httpClient`, for servers that do not say how long an answer will be. */
export function webClient(port: number): WebClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const once = (path: string, { method = 'GET', headers = {}, body }: WebAsk): Promise<WebAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sent = request(
        { agent, host: '127.0.0.1', port, path, method, headers: { ...headers, ...length } },
        (got) => {
          const parts: Buffer[] = [];
          got.on('data', (part: Buffer) => parts.push(part));
          got.on('error', reject);
          got.on('end', () =>
            resolve({ status: got.statusCode!, body: Buffer.concat(parts).toString(), headers: got.headers }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    // A server may close a line that it keeps alive in the very moment in which it is used again.
    ask: (path, ask = {}) =>
      once(path, ask).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ECONNRESET' || (ask.method ?? 'GET') !== 'GET') throw error;
        return once(path, ask);
      }),
    close: () => agent.destroy(),
  };
}

/** The answer, unless it is another than expected; then its error. */
export function expect(answer: WebAnswer, status: number, words = ''): WebAnswer {
  if (answer.status === status && answer.body.includes(words)) return answer;
  throw new Error(`answered with ${answer.status}: ${answer.body.slice(0, 2000)}`);
}
