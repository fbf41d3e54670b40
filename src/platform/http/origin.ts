import type { FastifyRequest } from 'fastify';
import { refuse } from '../../kernel/index.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and comes from another site's page, by what the browser says of it
 * (Sec-Fetch-Site, else Origin against Host). A program outside a browser sends neither, and has no cookie to be abused.
 *
 * @throws Refusal `http.cross-site` (403).
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') refuse('http.cross-site', {}, { status: 403 });
    return;
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  const same = URL.canParse(origin) && new URL(origin).host === request.host;
  if (!same) refuse('http.cross-site', {}, { status: 403 });
}
