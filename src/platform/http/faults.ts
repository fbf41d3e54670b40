import type { FastifyError } from 'fastify';
import { problem, Refusal, type Problem } from '../../kernel/index.ts';

/** What the database says when the fault is the load's or the operator's, not the request's. */
const DATABASE_AWAY = /^(08\w{3}|57P0\d|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;
const CANCELLED = '57014';
/** A NUL in a text, which PostgreSQL cannot hold; a text that is no uuid or date. */
const UNSTORABLE = '22021';
const UNREADABLE = '22P05';

/**
 * The problem behind anything thrown while a request is answered. Null for what nobody foresaw: that is logged and told to
 * the reader as a fault of ours, without its insides.
 */
export function foreseen(error: unknown): Problem | null {
  if (error instanceof Refusal) return error.problem;
  const { code = '', statusCode, message = '' } = error as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return problem('http.too-large', {}, { status: 413 });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('http.media-type', {}, { status: 415 });
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return problem('http.not-json', {}, { status: 400 });
    case UNSTORABLE:
    case UNREADABLE:
      return problem('http.characters', {}, { status: 400 });
    case CANCELLED:
      return problem('http.too-slow', {}, { status: 503 });
  }
  if (DATABASE_AWAY.test(code) || /Connection terminated|timeout exceeded when trying to connect/.test(message))
    return problem('http.no-database', {}, { status: 503 });
  if (error instanceof SyntaxError && statusCode === 400) return problem('http.not-json', {}, { status: 400 });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return problem('http.not-understood', {}, { status: statusCode });
  return null;
}
