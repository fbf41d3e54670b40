import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem, Refusal } from '../../kernel/index.ts';
import { FILE_LIMIT } from '../files/index.ts';
import { languageOf } from '../i18n/index.ts';
import { rememberingCallers } from '../identity/index.ts';
import { knowCallers } from './caller.ts';
import { describeItself } from './docs.ts';
import { foreseen } from './faults.ts';
import { fileRoutes } from './file.routes.ts';
import { inputCompiler } from './input.ts';
import { refuseOtherSites } from './origin.ts';
import type { Http, HttpOptions } from './plugin.ts';
import { plainOutput, provenOutput } from './output.ts';
import { problemDetails } from './problem-details.ts';
import { sessionRoutes } from './session.routes.ts';
import { isPage, serveWeb } from './web.ts';

const JSON_LIMIT = 2 * 1024 * 1024;
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The whole HTTP interface, ready to `listen` or `inject`. */
export async function buildHttp(options: HttpOptions): Promise<Http> {
  const http: Http = fastify({
    bodyLimit: JSON_LIMIT,
    trustProxy: options.behindProxy ?? false,
    genReqId: () => Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length]).join(''),
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  http.setValidatorCompiler(inputCompiler);
  http.setSerializerCompiler(options.proveAnswers ? provenOutput : plainOutput);
  answerProblems(http, options.onFault ?? tell, options.webRoot);

  await http.register(helmet, { contentSecurityPolicy: { directives: POLICY }, strictTransportSecurity: false });
  await http.register(cookie);
  await http.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 8 } });
  http.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_, body, done) =>
    done(null, body),
  );
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    refuseOtherSites(request);
  });
  const callers = rememberingCallers(options.pool, options.seating);
  knowCallers(http as unknown as FastifyInstance, callers, options.now);
  await describeItself(http);

  http.get('/api/health', { config: { public: true }, schema: { hide: true } }, async () => {
    await options.pool.query('select');
    return { ok: true };
  });
  sessionRoutes(http, { ...options, callers });
  fileRoutes(http, options);
  for (const routes of options.routes) await routes(http, options);
  if (options.webRoot !== null) await serveWeb(http, options.webRoot);
  return http;
}

/** Only what we serve ourselves. Ant Design writes its styles into the page at run time; pictures may be shown before upload. */
const POLICY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
};

function tell(instance: string, error: unknown): void {
  process.stderr.write(`${instance} ${inspect(error)}\n`);
}

function answerProblems(http: Http, onFault: (instance: string, error: unknown) => void, webRoot: string | null): void {
  const language = (request: FastifyRequest) =>
    languageOf(request.cookies?.['lang'], request.headers['accept-language']);
  http.setErrorHandler((error, request, reply) => {
    let found = foreseen(error);
    if (found === null) {
      onFault(request.id, error);
      found = problem('http.fault', { number: request.id }, { status: 500 });
    }
    const seconds = found.params?.['seconds'];
    if (found.status === 429 && typeof seconds === 'number') reply.header('retry-after', seconds);
    return reply
      .code(found.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problemDetails(found, language(request), request.id));
  });
  http.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (webRoot !== null && isPage(request.method, path)) return reply.sendFile('index.html');
    throw new Refusal(problem('http.no-such-path', { method: request.method, path }, { status: 404 }));
  });
}
