import { z } from 'zod';
import { isUuid, refuse } from '../kernel/index.ts';
import { readUpload, type RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { AssignDraft, DraftPage, DraftReceipt, DraftView, NewDraft, SaveDraft } from './contract.ts';
import { assignDraft, draftFrom, saveDraft, viewDraft } from './draft.acts.ts';
import { listDrafts } from './draft.store.ts';
import { textOfFile } from './reading/fileText.ts';

const PAGE = 30;
const ID = z.object({ id: z.uuid('intake.draft-not-found') });
/** A million Chinese characters are three megabytes. */
const BODY_LIMIT = 6 * 1024 * 1024;
const FileQuery = z.object({ name: z.string().max(200).optional(), date: z.iso.date().optional() });

const MINUTES_EXAMPLE = {
  text: '市政府召开2026年第11次周交办会议\n一、关于滨河路改造\n由市住建局牵头，市财政局配合，4月底前完成围挡。',
  date: '2026-03-16',
};

/** The drafts' part of the HTTP interface. */
export const draftRoutes: RoutePlugin = (http, { pool, now }) => {
  http.post(
    '/api/minutes',
    {
      bodyLimit: BODY_LIMIT,
      config: { example: MINUTES_EXAMPLE },
      schema: {
        tags: ['minutes'],
        summary: 'Read minutes from text into a draft; the same text again gives the same draft',
        body: NewDraft,
        response: { 200: DraftReceipt },
      },
    },
    (request) => transact(pool, request.caller, (tx) => draftFrom(tx, request.caller, request.body, now())),
  );
  http.post(
    '/api/minutes/file',
    {
      config: { upload: true },
      schema: {
        tags: ['minutes'],
        summary: 'Read minutes from a file (TXT, DOCX, PDF) into a draft',
        querystring: FileQuery,
        response: { 200: DraftReceipt },
      },
    },
    async (request) => {
      const { caller, query } = request;
      const upload = await readUpload(request);
      // Read before the transaction begins: a PDF takes seconds, and a transaction holds a connection.
      const text = await textOfFile(upload.bytes);
      return transact(pool, caller, (tx) =>
        draftFrom(tx, caller, { text, date: query.date, name: upload.name }, now()),
      );
    },
  );
  http.get(
    '/api/minutes',
    {
      schema: {
        tags: ['minutes'],
        summary: 'The drafts, newest first',
        querystring: z.object({ after: z.string().max(100).optional() }),
        response: { 200: DraftPage },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const { after } = request.query;
        if (after && !isUuid(after)) return refuse('matter.cursor-unreadable', {}, { status: 400, pointer: 'after' });
        const rows = await listDrafts(tx, request.caller.city, after ?? null, PAGE);
        return { rows, next: rows.length === PAGE ? rows.at(-1)!.id : null };
      }),
  );
  http.get(
    '/api/minutes/:id',
    {
      schema: {
        tags: ['minutes'],
        summary: 'One draft: its articles, what of them nothing was made of, and the items under review',
        params: ID,
        response: { 200: DraftView },
      },
    },
    (request) => transact(pool, request.caller, (tx) => viewDraft(tx, request.caller, request.params.id)),
  );
  http.put(
    '/api/minutes/:id',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags: ['minutes'],
        summary: 'Save a draft; the version that it began from must still be the newest',
        description:
          'Where somebody else has saved meanwhile the answer is 409 and their version stays: read it, merge, save again.',
        params: ID,
        body: SaveDraft,
        response: { 200: z.object({ version: z.int() }) },
      },
    },
    (request) =>
      transact(pool, request.caller, (tx) => saveDraft(tx, request.caller, request.params.id, request.body, now())),
  );
  http.post(
    '/api/minutes/:id/assign',
    {
      schema: {
        tags: ['minutes'],
        summary: 'Assign a draft’s items as a round and close the draft, in one transaction',
        params: ID,
        body: AssignDraft,
        response: { 200: z.object({ round: z.uuid() }) },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => ({
        round: await assignDraft(tx, request.caller, request.params.id, request.body, now()),
      })),
  );
};
