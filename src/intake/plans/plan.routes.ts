import { readUpload, type RoutePlugin } from '../../platform/http/index.ts';
import { transact } from '../../platform/postgres/index.ts';
import { textOfFile } from '../reading/fileText.ts';
import { planFrom } from './plan.acts.ts';
import { PlanRead, PlanText } from './plan.contract.ts';

const tags = ['trees'];
/** A million Chinese characters are three megabytes. */
const BODY_LIMIT = 6 * 1024 * 1024;

/** Reading a plan's document into a tree; it is published by registering the tree. */
export const planRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/plans/read',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'The tree that the text of a plan makes; nothing is kept of it',
        body: PlanText,
        response: { 200: PlanRead },
      },
    },
    ({ caller, body }) => transact(pool, caller, (tx) => planFrom(tx, caller, body.text, now())),
  );
  http.post(
    '/api/plans/read/file',
    {
      config: { upload: true },
      schema: { tags, summary: 'The same from a file (TXT, DOCX, PDF)', response: { 200: PlanRead } },
    },
    async (request) => {
      const { caller } = request;
      const upload = await readUpload(request);
      // Read before the transaction begins: a PDF takes seconds, and a transaction holds a connection.
      const text = await textOfFile(upload.bytes);
      return transact(pool, caller, (tx) => planFrom(tx, caller, text, now()));
    },
  );
};
