import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { atTheEnd } from './ending.ts';

/** A mail as it arrived: for whom, its head and its words. */
export type Arrived = { readonly to: string; readonly subject: string; readonly id: string; readonly text: string };
export type MailServer = {
  readonly url: string;
  readonly arrived: Arrived[];
  /** Answers the next mails with these SMTP codes instead of taking them. */
  refuseNext(...codes: number[]): void;
};

/** A real SMTP server on this machine, for one test file. */
export async function mailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => (raw += part));
      stream.on('end', () => {
        const code = refusals.shift();
        if (code) return done(Object.assign(new Error('not now'), { responseCode: code }));
        arrived.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, ...parsed(raw) })));
        return done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  atTheEnd(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, arrived, refuseNext: (...codes) => void refusals.push(...codes) };
}

function parsed(raw: string): Omit<Arrived, 'to'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n\s+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
  const body = rest.join('\r\n\r\n');
  const encoding = field('content-transfer-encoding').toLowerCase();
  const words = encoding === 'base64' ? Buffer.from(body, 'base64').toString() : unquoted(body, encoding);
  return { subject: wordsIn(field('subject')), id: field('message-id'), text: words };
}

const unquoted = (body: string, encoding: string): string =>
  encoding === 'quoted-printable' ? fromQuoted(body.replace(/=\r\n/g, '')) : body;

const fromQuoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();

/** RFC 2047. */
const wordsIn = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, words: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(words, 'base64').toString() : fromQuoted(words.replaceAll('_', ' ')),
    );
