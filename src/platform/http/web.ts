import { join } from 'node:path';
import statics from '@fastify/static';
import { problem, Refusal } from '../../kernel/index.ts';
import type { Http } from './build.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Serves the built page. Files under /assets carry a hash in their name and may be kept for ever; all else is asked for
 * again each time. Compressed copies made by the build are sent where the browser takes them. Any path that is neither a
 * file nor the interface is the page's own and answers with its index.
 */
export async function serveWeb(http: Http, root: string): Promise<void> {
  await http.register(statics, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', kept ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    },
  });
  http.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const page = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    if (page) return reply.sendFile('index.html');
    throw new Refusal(problem('http.no-such-path', { method: request.method, path }, { status: 404 }));
  });
}
