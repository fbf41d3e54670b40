import type { RoutePlugin } from '../platform/http/index.ts';
import { transact } from '../platform/postgres/index.ts';
import { NoticeDigest, NoticePage, NoticeQuery, ReadNotices, Unread } from './contract.ts';
import { readNotices } from './notice.store.ts';
import { viewDigest, viewNotices, viewUnread } from './notice.view.ts';

/** A seat's own notices over HTTP: the list, the count, what was read. */
export const noticeRoutes: RoutePlugin = (http, { pool, now }) => {
  http.get(
    '/api/notices',
    {
      schema: {
        tags: ['notices'],
        summary: 'What this seat was told, the newest first',
        querystring: NoticeQuery,
        response: { 200: NoticePage },
      },
    },
    (request) => transact(pool, request.caller, (tx) => viewNotices(tx, request.caller, request.query)),
  );
  http.get(
    '/api/notices/digest',
    {
      schema: {
        tags: ['notices'],
        summary: 'What is unread and still so, together by matter, the worst first: as the digest of a day tells it',
        response: { 200: NoticeDigest },
      },
    },
    (request) => transact(pool, request.caller, (tx) => viewDigest(tx, request.caller, now())),
  );
  http.get(
    '/api/notices/unread',
    { schema: { tags: ['notices'], summary: 'How many of them are unread', response: { 200: Unread } } },
    (request) => transact(pool, request.caller, (tx) => viewUnread(tx, request.caller)),
  );
  http.post(
    '/api/notices/read',
    {
      schema: {
        tags: ['notices'],
        summary: 'Marks as read: some, all about a matter, or all up to one; answers with what is left',
        body: ReadNotices,
        response: { 200: Unread },
      },
    },
    (request) =>
      transact(pool, request.caller, async (tx) => {
        const { city, seat } = request.caller;
        await readNotices(tx, city, seat, request.body, now());
        return viewUnread(tx, request.caller);
      }),
  );
};
