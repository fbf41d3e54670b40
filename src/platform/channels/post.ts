import { lookup, type LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isAllowed, mayReach, type Allowed } from './addresses.ts';
import { DeliveryFault } from './fault.ts';

/** A request to a webhook: where to, and what. */
export type Post = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };
/** What the other side said. */
export type Answer = { readonly status: number; readonly body: string };
/** Posts to addresses that people have named. @throws DeliveryFault */
export type Poster = (post: Post) => Promise<Answer>;

const PATIENCE_MS = 15_000;
const MOST_BYTES = 16 * 1024;

/**
 * A poster that people may point anywhere without pointing it inside: the very address that is connected to is checked, so a
 * name that changes its mind between the check and the call gains nothing; redirections are not followed; little is read of
 * the answer, and not for long. Unencrypted addresses only where the host is allowed by name or network.
 */
export const openPoster =
  (allowed: Allowed): Poster =>
  async ({ url, headers, body }) => {
    const to = new URL(url);
    const forbidden = forbiddenAtOnce(to, allowed);
    if (forbidden) throw forbidden;
    const send = to.protocol === 'https:' ? secure : plain;
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void =>
        reject(error instanceof DeliveryFault ? error : new DeliveryFault(error.message, false));
      const sent = send(
        to,
        {
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          lookup: watched(allowed),
          signal: AbortSignal.timeout(PATIENCE_MS),
          agent: false,
        },
        (answer) => {
          const parts: Buffer[] = [];
          let bytes = 0;
          answer.on('data', (part: Buffer) => {
            if ((bytes += part.length) <= MOST_BYTES) parts.push(part);
            else answer.destroy();
          });
          answer.on('error', fail);
          answer.on('close', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
          );
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  };

/** What can be said against an address without asking anybody. */
function forbiddenAtOnce(to: URL, allowed: Allowed): DeliveryFault | null {
  const host = hostOf(to);
  if (isIP(host) && !mayReach(host, host, allowed)) return new DeliveryFault(`${host}: private address`, true);
  if (to.protocol === 'http:' && !isAllowed(host, allowed)) return new DeliveryFault(`${host}: not encrypted`, true);
  return null;
}

const hostOf = (to: URL): string => to.hostname.replace(/^\[|\]$/g, '');

/**
 * Why nothing could be posted to an address as it stands now; null where it may be, or its name is not known just now. For whoever names
 * one: what is posted is checked again each time, as a name may change its mind.
 */
export async function whyForbidden(url: string, allowed: Allowed): Promise<string | null> {
  const to = new URL(url);
  const forbidden = forbiddenAtOnce(to, allowed);
  if (forbidden || isIP(hostOf(to))) return forbidden?.said ?? null;
  const found = await lookUp(hostOf(to), { all: true }).catch(() => []);
  const inside = found.some(({ address }) => !mayReach(hostOf(to), address, allowed));
  return inside ? `${hostOf(to)}: private address` : null;
}

/** Looks a name up, and answers with none of its addresses if one of them may not be reached. */
const watched =
  (allowed: Allowed): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '');
      const forbidden = found.find(({ address }) => !mayReach(host, address, allowed));
      if (forbidden) return done(new DeliveryFault(`${host}: private address`, true), '');
      if (options.all) return done(null, found);
      return done(null, found[0]!.address, found[0]!.family);
    });
  };
