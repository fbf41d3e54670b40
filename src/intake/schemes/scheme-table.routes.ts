import { z } from 'zod';
import { findScheme } from '../../directory/index.ts';
import { readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { SHEET_LIMIT } from '../sheets/readFile.ts';
import { SchemeTable } from './scheme.contract.ts';
import { schemeTableOf } from './scheme-table.ts';

/** Tables into trees of categories, to be looked over and published, or not. */
export const schemeTableRoutes: RoutePlugin = (http, { pool }) => {
  http.post(
    '/api/schemes/read',
    {
      bodyLimit: SHEET_LIMIT * 2,
      schema: {
        tags: ['schemes'],
        summary:
          'The categories of a table (XLSX, or CSV and TSV in any encoding) with every fault; nothing is published',
        consumes: ['application/octet-stream', 'multipart/form-data'],
        querystring: z.object({
          name: z.string().max(200).optional(),
          /** The scheme over whose version in force it is read: what that has and the table leaves out is kept, retired. */
          key: z.string().max(60).optional(),
        }),
        response: { 200: SchemeTable },
      },
    },
    async (request) => {
      const { bytes, name } = await readUpload(request);
      const { caller, query } = request;
      const { key } = query;
      const inForce = key ? await transact(pool, caller, (tx) => findScheme(tx, caller.city, key)) : undefined;
      return schemeTableOf(bytes, inForce?.categories ?? [], name);
    },
  );
};
