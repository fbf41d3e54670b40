import type { FileReceipt } from './files/receipt.ts';

/** A refusal as the server words it (RFC 9457). `instance` is the number to quote. */
export type ProblemDetails = {
  title: string;
  status: number;
  code: string;
  detail?: string;
  instance?: string;
  params?: Record<string, unknown>;
  errors?: { pointer?: string; detail: string }[];
};

/** A refused or failed request. Without a line to the server the code is `web.no-line` and the status 0. */
export class ApiProblem extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** What is told where the server cannot be reached. */
export const NO_LINE: ProblemDetails = { title: '', status: 0, code: 'web.no-line' };
const PATIENCE_MS = 30_000;
/** Pauses before a request that may be repeated goes out again. */
const AGAIN_AFTER_MS = [400, 1600];

type Options = { body?: unknown; signal?: AbortSignal; again?: boolean; more?: Record<string, string> };

/**
 * One request. Throws {@link ApiProblem}. With `again` it is repeated when the line fails or the server is away: only for
 * requests that carry their own id, so that twice is once.
 */
async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await once<T>(method, path, options);
    } catch (error) {
      const pause = AGAIN_AFTER_MS[attempt];
      const away = error instanceof ApiProblem && [0, 502, 503, 504].includes(error.problem.status);
      if (!options.again || !away || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function once<T>(method: string, path: string, { body, signal, more }: Options): Promise<T> {
  const raw = body instanceof Blob;
  // The reader's language goes along as the cookie that the language switch sets.
  const headers: Record<string, string> = { accept: 'application/json', ...more };
  if (body !== undefined) headers['content-type'] = raw ? 'application/octet-stream' : 'application/json';
  const timeout = AbortSignal.timeout(raw ? PATIENCE_MS * 20 : PATIENCE_MS);
  const response = await fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(NO_LINE);
  });
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  throw new ApiProblem(await detailsOf(response));
}

async function detailsOf(response: Response): Promise<ProblemDetails> {
  const known: Partial<ProblemDetails> = await response.json().catch(() => ({}));
  return { title: response.statusText, code: 'web.server-fault', ...known, status: response.status };
}

/** The query string of the values that are there. */
export function query(values: Record<string, string | number | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, signal ? { signal } : {}),
  post: <T>(path: string, body: unknown) => request<T>('POST', path, { body }),
  /** Posts something that carries its own id: repeated by itself when the line fails. */
  act: <T>(path: string, body: { id: string }) => request<T>('POST', path, { body, again: true }),
  put: <T>(path: string, body: unknown) => request<T>('PUT', path, { body }),
  remove: <T>(path: string) => request<T>('DELETE', path),
  /** Sends a file's bytes as they are; its name goes into the address. */
  file: <T = FileReceipt>(path: string, file: File) =>
    request<T>('POST', `${path}${path.includes('?') ? '&' : '?'}name=${encodeURIComponent(file.name)}`, { body: file }),
  /** The same of a file that is to be sealed: its name goes where no log of addresses has it. */
  sealedFile: <T = FileReceipt>(path: string, file: File) => {
    const name = btoa(String.fromCodePoint(...new TextEncoder().encode(file.name)));
    return request<T>('POST', path, { body: file, more: { 'upload-metadata': `filename ${name}` } });
  },
};
