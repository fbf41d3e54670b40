import { problem, refuse, Refusal } from '../../kernel/index.ts';
import { foreseen, languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { faultsOf } from './open311.faults.ts';
import { BASE, inFormat } from './open311.format.ts';
import { noteUnread } from './refused.acts.ts';

/** So much of a body that cannot be read is looked through for its key. */
const UNREAD = 8000;

type Http = Parameters<RoutePlugin>[0];
type Given = Pick<Parameters<RoutePlugin>[1], 'pool' | 'now'>;

const pathOf = (url: string): string => new URL(url, 'http://here').pathname;
const nothingThere = ({ method, url }: { method: string; url: string }) =>
  refuse('http.no-such-path', { method, path: pathOf(url) }, { status: 404 });

/** Has these routes read what GeoReport's clients send, forms and JSON, and tell faults as they have them; what cannot be read is noted. */
export function speakGeoReport(http: Http, { pool, now }: Given): void {
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
  // Kept as long as the request, so that the key can be found in what could not be read.
  const unread = new WeakMap<object, string>();
  const json = http.getDefaultJsonParser('error', 'error');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    unread.set(request, String(body).slice(0, UNREAD));
    void json(request, body as string, done);
  });
  http.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (request, body, done) => {
    unread.set(request, String(body).slice(0, UNREAD));
    done(new Refusal(problem('counter.geo-xml', {}, { status: 415 })));
  });
  // A form with files: the fields are read nowhere else, and a picture has no place here.
  http.removeContentTypeParser('multipart/form-data');
  http.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (request, body, done) => {
    unread.set(request, String(body).slice(0, UNREAD));
    done(new Refusal(problem('counter.geo-multipart', {}, { status: 415 })));
  });
  http.setErrorHandler(async (error, request, reply) => {
    await noteUnread(pool, request, unread.get(request) ?? '', error, now());
    const found = foreseen(error);
    if (!found || found.status >= 500) throw error;
    const as = pathOf(request.url).endsWith('.xml') ? 'xml' : 'json';
    return reply.code(found.status).send(inFormat(reply, as, 'faults', faultsOf(found, languageIn(request))));
  });
  // What is not there is told in the same form: a client reads no other.
  http.all(BASE, { config: { public: true }, schema: { hide: true } }, nothingThere);
  http.all(`${BASE}/*`, { config: { public: true }, schema: { hide: true } }, nothingThere);
}
