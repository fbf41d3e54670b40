import { z } from 'zod';
import { languageIn, type RoutePlugin } from '../../platform/http/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { theCity } from '../city.acts.ts';
import { CityQuery } from '../contract.ts';
import { BASE, format } from './open311.format.ts';
import { servicesChanged } from './open311.services.ts';
import { discoveryXml, type Discovery } from './open311.xml.rules.ts';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
const text = z.string();
const Found = z.object({
  changeset: text,
  contact: text,
  key_service: text,
  endpoints: z.array(z.object({ specification: text, url: text, changeset: text, type: text, formats: z.array(text) })),
});

/** Service discovery (wiki.open311.org/Service_Discovery): where the interface is, what it speaks, and whether its services have changed. */
export const discoveryRoutes: RoutePlugin = (http, { pool }) => {
  http.get(
    `${BASE}/discovery.:format`,
    {
      config: { public: true },
      schema: {
        tags: ['handing-over'],
        summary:
          'GeoReport v2, service discovery: where the interface is, in which formats, and since when its services are as they are',
        params: z.object({ format }),
        querystring: CityQuery.loose(),
        response: { 200: Found },
      },
    },
    async (request, reply) => {
      const { city, name, nameEn } = await theCity(pool, request.query.city);
      const language = languageIn(request);
      const changeset = await transact(pool, { city, system: true }, (tx) => servicesChanged(tx, city));
      const of = { city: language === 'en' ? nameEn : name };
      const found: Discovery & z.infer<typeof Found> = {
        changeset,
        contact: sentence(language, 'counter.geo-contact', of),
        key_service: sentence(language, 'counter.geo-key', of),
        endpoints: [
          {
            specification: SPECIFICATION,
            url: `${request.protocol}://${request.host}${BASE}`,
            changeset,
            type: 'production',
            formats: ['text/xml', 'application/json'],
          },
        ],
      };
      if (request.params.format === 'json') return found;
      reply.type('text/xml; charset=utf-8');
      // What is no JSON is no subject of the schemas.
      return discoveryXml(found) as unknown as typeof found;
    },
  );
};
