import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problem, type Problem } from '../../kernel/index.ts';
import { languageOf, type Language } from '../i18n/index.ts';
import { problemDetails } from './problem-details.ts';
import { requestNumber } from './request-number.ts';

/** The longest part of a path that stands for a name, in characters. */
export const PARAM_LIMIT = 200;
/** What Node takes of a request's first line and headers together, in kB. */
const HEAD_LIMIT_KB = 16;

/** Answers a request whose address no route can be looked up for; no hook has run, so that headers are read here. */
export function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const path = request.raw.url?.split('?')[0]?.slice(0, PARAM_LIMIT) ?? '';
  const found =
    error.code === 'FST_ERR_MAX_PARAM_LENGTH'
      ? problem('http.path-too-long', { limit: PARAM_LIMIT }, { status: 414 })
      : problem('http.path-malformed', { path }, { status: 400 });
  const { cookie, 'accept-language': accepted } = request.headers;
  void reply
    .code(found.status)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'x-request-id': request.id })
    .send(JSON.stringify(problemDetails(found, languageIn(cookie, accepted), request.id)));
}

type ClientError = Error & { readonly code?: string; readonly rawPacket?: unknown };

/** Answers what is no HTTP request at all, straight onto its connection, and ends that: where the next begins is unknown. */
export function answerBroken(error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const found = broken(error.code ?? '');
  const number = requestNumber();
  const body = JSON.stringify(problemDetails(found, languageOfPacket(error.rawPacket), number));
  const head = [
    `HTTP/1.1 ${found.status} ${STATUS_CODES[found.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${number}`,
    'Connection: close',
  ];
  if (socket.writable) socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
}

/** What the parser found wrong, by its code (llhttp's, or Node's own). */
function broken(code: string): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return problem('http.head-too-large', { limit: HEAD_LIMIT_KB }, { status: 431 });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problem('http.request-slow', {}, { status: 408 });
    case 'HPE_INVALID_METHOD':
      return problem('http.method-unknown', {}, { status: 400 });
    case 'HPE_INVALID_CONTENT_LENGTH':
    case 'HPE_UNEXPECTED_CONTENT_LENGTH':
    case 'HPE_INVALID_TRANSFER_ENCODING':
    case 'HPE_INVALID_CHUNK_SIZE':
      return problem('http.length-wrong', {}, { status: 400 });
    default:
      return problem('http.not-http', { what: code }, { status: 400 });
  }
}

/** The reader's language by the headers in a packet that could not be parsed as a whole. */
function languageOfPacket(packet: unknown): Language {
  const head = Buffer.isBuffer(packet) ? packet.toString('latin1') : '';
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.{1,500})`, 'im').exec(head)?.[1];
  return languageIn(header('cookie'), header('accept-language'));
}

const languageIn = (cookies: string | undefined, accepted: string | undefined): Language =>
  languageOf(/(?:^|;\s*)lang=(\w+)/u.exec(cookies ?? '')?.[1], accepted);
