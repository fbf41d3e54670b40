import { z } from 'zod';
import { findSitters } from '../../directory/index.ts';
import { refuse } from '../../kernel/index.ts';
import { actNames } from '../../mechanism/index.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { transact, type Tx } from '../../platform/postgres/index.ts';
import { checkFile, mechanismEntry, publishMechanism } from './mechanism.acts.ts';
import {
  MechanismFaults,
  MechanismList,
  MechanismSource,
  PublishMechanism,
  type MechanismRow,
} from './mechanism.contract.ts';
import { findSource, listVersions, newestMechanisms } from './mechanism.store.ts';

const tags = ['mechanisms'];
const key = z.string().max(60);

/** The mechanisms of a city. Reading is for everybody who has signed in, publishing for administrators. */
export const mechanismRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/mechanisms',
    { schema: { tags, summary: 'Every mechanism with its versions, newest first', response: { 200: MechanismList } } },
    async ({ caller }) => ({ rows: await transact(pool, caller, (tx) => listMechanisms(tx, caller.city)) }),
  );

  http.get(
    '/api/mechanisms/:key/versions/:version',
    {
      schema: {
        tags,
        summary: 'The text of one version',
        params: z.object({ key, version: z.coerce.number().int().min(1) }),
        response: { 200: MechanismSource },
      },
    },
    async ({ caller, params }) => {
      const found = await transact(pool, caller, (tx) => findSource(tx, caller.city, params.key, params.version));
      if (!found) return refuse('mechanism.no-such-version', { ...params }, { status: 404 });
      return { ...params, source: found.source, publishedAt: found.at.toISOString() };
    },
  );

  http.post(
    '/api/mechanisms/check',
    {
      schema: {
        tags,
        summary: 'Every fault of a mechanism file with its line, and what it may have forgotten; nothing is published',
        body: z.strictObject({ source: PublishMechanism.shape.source }),
        response: { 200: MechanismFaults },
      },
    },
    async ({ caller, body }) => transact(pool, caller, (tx) => checkFile(tx, caller.city, body.source)),
  );

  http.post(
    '/api/mechanisms',
    {
      schema: {
        tags,
        summary: 'Publish a file as the newest version of its mechanism; open matters stay on theirs',
        body: PublishMechanism,
        response: { 201: z.object({ key: z.string(), version: z.int() }) },
      },
    },
    async ({ caller, body }, reply) => {
      const done = await transact(pool, caller, (tx) => publishMechanism(tx, caller, body, now()));
      return reply.code(201).send(done);
    },
  );
};

async function listMechanisms(tx: Tx, city: number): Promise<MechanismRow[]> {
  const [newest, versions] = await Promise.all([newestMechanisms(tx, city), listVersions(tx, city)]);
  const sitter = await findSitters(tx, city, [...new Set(versions.flatMap(({ seat }) => seat ?? []))]);
  return newest.map(({ key: of, mechanism }) => ({
    key: of,
    name: mechanism.name,
    entry: mechanismEntry(of),
    versions: versions
      .filter((one) => one.key === of)
      .toReversed()
      .map(({ version, at, seat }) => ({
        version,
        publishedAt: at.toISOString(),
        who: (seat && sitter(seat, at)?.name) ?? '',
      })),
    sealed: mechanism.sealed === true,
    actNames: actNames(mechanism),
  }));
}
