import { createHmac } from 'node:crypto';
import type { Answer, Post } from './post.ts';

/** How a receiver wants its messages: our own signed form, or that of a group robot. */
export type Form = 'plain' | 'wecom' | 'dingtalk';
export type Hook = { readonly form: Form; readonly url: string; readonly secret: string };

/** What is to be said. `text` for machines and plain readers; each line may lead somewhere. */
export type Message = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly url: string | null }[];
};

/** A group robot of WeCom takes so many bytes of text, one of DingTalk so many. */
const MOST_BYTES = { wecom: 4096, dingtalk: 20_000 } as const;

/** The request that brings a message to a hook, signed as its receiver expects. */
export function postOf(hook: Hook, message: Message, at: Date): Post {
  switch (hook.form) {
    case 'plain':
      return plainPost(hook, message, at);
    case 'wecom':
      return json(hook.url, { msgtype: 'markdown', markdown: { content: markdown(message, MOST_BYTES.wecom) } });
    case 'dingtalk':
      return json(signedUrl(hook, at), {
        msgtype: 'markdown',
        markdown: { title: message.title, text: markdown(message, MOST_BYTES.dingtalk) },
      });
  }
}

/**
 * The signature of our own form: HMAC-SHA256 in hexadecimal over `timestamp.body`, the timestamp in seconds. A receiver
 * refuses what is older than some minutes, or an old message could be sent to it again by whoever overheard it.
 */
export const signature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

function plainPost({ url, secret }: Hook, { id, title, lines }: Message, at: Date): Post {
  const { body, headers } = json(url, { id, title, lines });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signed = {
    'x-huiyin-delivery': id,
    'x-huiyin-timestamp': timestamp,
    'x-huiyin-signature': `sha256=${signature(secret, timestamp, body)}`,
  };
  return { url, body, headers: { ...headers, ...signed } };
}

/** DingTalk's sign: HMAC-SHA256 of `milliseconds\nsecret` under the secret, Base64, in the address. A robot guarded by keywords has none. */
function signedUrl({ url, secret }: Hook, at: Date): string {
  if (!secret) return url;
  const timestamp = String(at.getTime());
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return signed.href;
}

/** The message as the robots' markdown, as many whole lines of it as fit. */
function markdown({ title, lines }: Message, most: number): string {
  let text = `**${escaped(title)}**`;
  for (const line of lines) {
    const next = `\n\n- ${line.url ? `[${escaped(line.text)}](${line.url})` : escaped(line.text)}`;
    if (Buffer.byteLength(text + next) > most) break;
    text += next;
  }
  return text;
}

/** What people wrote stays text: it neither links nor mentions. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]()<>#@]/g, (sign) => FULL[sign] ?? `\\${sign}`);
/** The robots know no escapes for these: their full-width forms look the same to a reader. */
const FULL: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '@': '＠',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
};

const json = (url: string, value: unknown): Post => ({
  url,
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Huiyin' },
});

/** What came of it: null, or why not. The robots answer 200 to everything and say in the body how it was. */
export function faultOf(form: Form, { status, body }: Answer): { said: string; lasting: boolean } | null {
  if (status < 200 || status >= 300) {
    const passing = status >= 500 || status === 408 || status === 425 || status === 429;
    return { said: `HTTP ${status}`, lasting: !passing };
  }
  if (form === 'plain') return null;
  const { errcode, errmsg } = parsed(body);
  if (errcode === 0) return null;
  return { said: `${errcode ?? '?'} ${errmsg ?? ''}`.trim(), lasting: errcode !== undefined && !PASSING.has(errcode) };
}

/** Busy, or too many in a minute: WeCom -1 and 45009, DingTalk -1, 130101 and 410100. */
const PASSING: ReadonlySet<number> = new Set([-1, 45009, 130101, 410100]);

function parsed(body: string): { errcode?: number; errmsg?: string } {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}
