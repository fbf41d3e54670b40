import { findPersonal, type Problem, type ProblemParam } from '../../kernel/index.ts';

/** What is kept of why a request was refused: for the engineers of a source, and nothing that its people or their callers wrote. */
const MOST_FAULTS = 8;
const MOST_NAMES = 10;
const LONGEST = 100;
/** A JSON pointer, or a parameter. */
const POINTER = /^[\w/.?{}~-]{0,120}$/u;
/** A token as this program makes them. */
const TOKEN = /\b\d{1,9}\.[\w-]{43}(?![\w-])/u;
/** Long runs of what no name has: tokens, hashes, keys. */
const SECRET = /[\w-]{33,}/u;
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu;
const LEFT_OUT = '…';

/**
 * A problem as it may be kept: a few of its faults, short values and names of fields; whatever is long, or looks like a token or like
 * something personal, is left out, whoever wrote it there.
 */
export function keepable({ code, status, params, pointer, errors }: Problem): Problem {
  const kept = Object.entries(params ?? {}).map(([name, value]) => [name, short(value)] as const);
  return {
    code,
    status,
    params: Object.fromEntries(kept),
    ...(pointer !== undefined && POINTER.test(pointer) && isPlain(pointer) ? { pointer } : {}),
    ...(errors ? { errors: errors.slice(0, MOST_FAULTS).map(keepable) } : {}),
  };
}

function short(value: ProblemParam): ProblemParam {
  if (typeof value === 'string') return plain(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return value.slice(0, MOST_NAMES).map((one: string | { zh: string; en: string }) => short(one) as string);
  const { zh, en } = value as { zh: string; en: string };
  return { zh: plain(zh), en: plain(en) };
}

const plain = (text: string): string => (text.length <= LONGEST && isPlain(text) ? text : LEFT_OUT);
const isPlain = (text: string): boolean =>
  !SECRET.test(text.replaceAll(UUID, '')) && findPersonal(text, 'taken').length === 0;

/** The sender's own number for what it sent, where it can be found in what it sent; else none. */
export function numberIn(body: unknown, params: unknown): string {
  const found = [
    get(params, 'external'),
    ...['external', 'external_id', 'service_request_id'].map((n) => get(body, n)),
  ];
  const number = found.find((one): one is string => typeof one === 'string' && one.trim().length > 0)?.trim() ?? '';
  return number.length <= 100 && !TOKEN.test(number) ? number : '';
}

const get = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name)
    ? (from as Record<string, unknown>)[name]
    : undefined;

/**
 * The first token that stands anywhere in a request, however it was sent: a wrong place for it is among what is to be told. `unread`:
 * the beginning of a body that could not be read.
 */
export const tokenIn = (request: {
  headers: unknown;
  query: unknown;
  body: unknown;
  unread: string;
}): string | null => {
  const { headers, query, body, unread } = request;
  const places = [
    get(headers, 'authorization'),
    get(headers, 'x-api-key'),
    get(headers, 'api-key'),
    get(query, 'api_key'),
    get(query, 'token'),
    get(body, 'api_key'),
    get(body, 'token'),
    unread,
  ];
  for (const place of places) {
    const [token = null] = typeof place === 'string' ? (TOKEN.exec(place) ?? []) : [];
    if (token) return token;
  }
  return null;
};
