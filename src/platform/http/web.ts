import { join } from 'node:path';
import statics from '@fastify/static';
import type { Http } from './plugin.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * Serves the built page. Files under /assets carry a hash in their name and may be kept for ever; all else is asked for
 * again each time. Compressed copies made by the build are sent where the browser takes them.
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
}

/** The page that answers a path of ours: the counter's, for whoever has no seat, or the desk's. */
export const pageFor = (path: string): 'counter.html' | 'index.html' =>
  path === '/clue' || path === '/appeal' || path.startsWith('/appeal/') ? 'counter.html' : 'index.html';

/** Whether a path that nothing else answers is the page's own, and so answered with its index. */
export const isPage = (method: string, path: string): boolean =>
  (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.\w+$/.test(path);
