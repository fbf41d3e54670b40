import { inspect } from 'node:util';
import { constants as zlib } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { problem, Refusal } from '../../kernel/index.ts';
import { FILE_LIMIT } from '../files/index.ts';
import { rememberingCallers, type Callers } from '../identity/index.ts';
import { knowCallers } from './caller.ts';
import { describeItself } from './docs.ts';
import { foreseen } from './faults.ts';
import { fileRoutes } from './file.routes.ts';
import { liveRoutes, type Lines } from './live.routes.ts';
import { languageIn } from './language.ts';
import { inputCompiler } from './input.ts';
import { refuseOtherSites } from './origin.ts';
import type { Http, HttpOptions } from './plugin.ts';
import { plainOutput, provenOutput } from './output.ts';
import { problemDetails } from './problem-details.ts';
import { answerBroken, answerUnroutable, PARAM_LIMIT } from './raw-faults.ts';
import { resumableRoutes } from './resumable.routes.ts';
import { requestNumber } from './request-number.ts';
import { sessionRoutes } from './session.routes.ts';
import { isPage, pageFor, serveWeb } from './web.ts';

const JSON_LIMIT = 2 * 1024 * 1024;

/**
 * Answers of the interface are squeezed as they are made, half as hard as files that are built once. Nothing else is: files
 * are kept as they came, the page's own are compressed when it is built, and the live line must not be held back.
 */
const COMPRESSION = {
  globalDecompression: false,
  customTypes: /^application\/(problem\+)?json/u,
  encodings: ['br', 'gzip'] as ('br' | 'gzip')[],
  brotliOptions: { params: { [zlib.BROTLI_PARAM_QUALITY]: 4, [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT } },
};

/** The whole HTTP interface, ready to `listen` or `inject`. */
export async function buildHttp(options: HttpOptions): Promise<Http> {
  const http: Http = fastify({
    bodyLimit: JSON_LIMIT,
    trustProxy: options.behindProxy ?? false,
    genReqId: requestNumber,
    requestTimeout: 120_000,
    forceCloseConnections: 'idle',
    frameworkErrors: answerUnroutable,
    clientErrorHandler: answerBroken,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: PARAM_LIMIT },
  }).withTypeProvider<ZodTypeProvider>();
  http.setValidatorCompiler(inputCompiler);
  http.setSerializerCompiler(options.proveAnswers ? provenOutput : plainOutput);
  const onFault = options.onFault ?? tell;
  answerProblems(http, onFault, options.webRoot);

  await http.register(compress, COMPRESSION);
  await http.register(cookie);
  await http.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 8 } });
  http.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_, body, done) =>
    done(null, body),
  );
  const protection = await protectiveHeaders(options.tiles ?? null);
  http.addHook('onRequest', async (request, reply) => {
    reply.headers(protection).header('x-request-id', request.id);
    refuseOtherSites(request);
  });
  let lines: Lines = { dismiss: () => undefined, look: () => undefined };
  const remembering = rememberingCallers(options.pool, options.seating, () => lines.look());
  http.addHook('onClose', () => remembering.close());
  const callers: Callers = {
    ...remembering,
    forget: (token) => {
      remembering.forget(token);
      lines.dismiss(token);
    },
  };
  knowCallers(http as unknown as FastifyInstance, options, callers);
  await describeItself(http);

  http.get('/api/health', { config: { public: true }, schema: { hide: true } }, async () => {
    await options.pool.query('select');
    return { ok: true };
  });
  sessionRoutes(http, { ...options, callers });
  fileRoutes(http, options);
  resumableRoutes(http, options);
  if (options.live) lines = liveRoutes(http, { ...options, onFault: (fault) => onFault('live', fault) }, options.live);
  for (const routes of options.routes) await routes(http, options);
  if (options.webRoot !== null) await serveWeb(http, options.webRoot);
  return http;
}

/**
 * The headers that keep a browser from being turned against its user, as helmet makes them. Taken from one answer: they are
 * the same for all, and the plugin works them out anew for each, at a tenth of what an act costs.
 */
async function protectiveHeaders(tiles: string | null): Promise<Record<string, string>> {
  const probe = fastify();
  await probe.register(helmet, {
    contentSecurityPolicy: {
      directives: tiles ? { ...POLICY, imgSrc: [...POLICY.imgSrc, new URL(tiles).origin] } : POLICY,
    },
    strictTransportSecurity: false,
  });
  probe.get('/', (_, reply) => reply.code(204).send());
  const { headers } = await probe.inject('/');
  await probe.close();
  const { date: _, connection: __, ...made } = headers;
  return made as Record<string, string>;
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
  const language = (request: FastifyRequest) => languageIn(request);
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
    if (webRoot !== null && isPage(request.method, path)) return reply.sendFile(pageFor(path));
    throw new Refusal(problem('http.no-such-path', { method: request.method, path }, { status: 404 }));
  });
}
