import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { RouteOptions } from 'fastify';
import { describeFully, type Document } from './described.ts';
import type { Http } from './plugin.ts';
import { COOKIE } from './caller.ts';
import { forPage } from './for-page.ts';

const PAGE = '/api/docs';
const DESCRIPTION = `Everything that the page can do, this interface can. Sign in with POST /api/session: a browser keeps the
cookie; a script sends the token that comes back as \`Authorization: Bearer …\`. A refusal is problem details (RFC 9457) in
the language of Accept-Language; a query parameter that is not described here is refused too. An act carries an id of the caller's own making (UUIDv7): sent again, it gives the first answer.`;

const TAGS = [
  ['setup', 'The first hour of a city: founding it, and the steps that follow'],
  ['session', 'Signing in and out, and the seat that one sits on'],
  ['matters', 'Matters, what may be done to them, and what was'],
  ['views', 'Lists of matters kept under a name'],
  ['rounds', 'Numbered meetings and what they assigned'],
  ['minutes', 'Minutes read into drafts, reviewed and assigned'],
  ['suggestions', 'Categories and units that a text is likely to have, learned from what was decided before'],
  ['topics', 'What most matters of a week are about'],
  ['duplicates', 'Open matters that say nearly the same and are not joined, and what was told apart'],
  ['debarments', 'The register of debarments: who may propose, approve, review and look, and each look'],
  ['figures', 'Counts over the ledger, as of any moment'],
  ['bulletins', 'What the city publishes of a round'],
  ['privacy', 'Who was shown what is personal, and whose data the city keeps'],
  ['notices', 'What a seat was told, how a person wants to be told, and what was sent'],
  ['mechanisms', 'How matters of a kind go'],
  ['counter', 'For whoever has no seat: signing in by a code, raising a matter, following and judging it'],
  ['handing-over', 'Requests that other programs hand over: our own JSON, and Open311 GeoReport v2'],
  ['trees', 'Plans as trees of matters, summed up from below with what is unknown of them'],
  ['catalogues', 'Lists that come in editions: their items, and where each unit stands with each of them'],
  ['enterprises', 'Enterprises, and the contacts by which they sign in at the counter'],
  ['schemes', 'Versioned trees of categories under which things are filed'],
  ['calendar', 'Working days'],
  ['directory', 'Units, and what they were called before'],
  ['people', 'Accounts and seats'],
  ['files', 'Evidence'],
  ['transfers', 'Exports and imports'],
  ['imports', 'Matters from tables: read, looked over row by row, put right, imported'],
  ['ledger', 'Checkpoints to be kept elsewhere'],
  ['live', 'What moves, as it moves'],
] as const;

/** OpenAPI 3.1 from the routes' own schemas at /api/openapi.json, and a page to try it on at /api/docs (see {@link forPage}). */
export async function describeItself(http: Http): Promise<void> {
  const routes: RouteOptions[] = [];
  http.addHook('onRoute', (route) => void routes.push(route));
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Huiyin 回音', description: DESCRIPTION, version: '1' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: COOKIE },
        },
      },
      security: [{ token: [] }, { cookie: [] }],
      tags: TAGS.map(([name, description]) => ({ name, description })),
    },
    transform: jsonSchemaTransform,
    transformObject: (given) => {
      const document = 'openapiObject' in given ? given.openapiObject : given.swaggerObject;
      describeFully(document as Document, routes);
      return document;
    },
  });
  http.addHook('onRoute', (route) => {
    if (route.url.startsWith(PAGE)) route.config = { ...route.config, public: true };
  });
  // Made once: it stays the same for as long as this process runs.
  let shown: object | undefined;
  await http.register(swaggerUi, {
    routePrefix: PAGE,
    staticCSP: true,
    // By subject, each to be opened: to draw all of it at once takes a browser seconds.
    uiConfig: { deepLinking: true, docExpansion: 'none' },
    transformSpecificationClone: false,
    transformSpecification: (document) => (shown ??= forPage(document)),
  });
  http.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () => http.swagger());
}
