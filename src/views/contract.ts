import { z } from 'zod';
import { LedgerQuery } from '../matters/lists/list.contract.ts';
import { VIEW_NAME_MOST } from './view.rules.ts';

/** With whom a view is shared: nobody, the unit of whoever saved it, or the whole city. */
export const Sharing = z.enum(['own', 'unit', 'city']);
export type Sharing = z.infer<typeof Sharing>;

/** What makes a list: its filters, and how the page shows it. */
export const ViewSearch = LedgerQuery.omit({ after: true, limit: true })
  .extend({ columns: z.string().max(200), density: z.string().max(20) })
  .partial()
  .strict();
export type ViewSearch = z.infer<typeof ViewSearch>;

/** Saves a view under the id that the caller gives it; again, it changes it. */
export const SaveView = z.strictObject({
  name: z.string().trim().min(1).max(VIEW_NAME_MOST),
  search: ViewSearch,
  shared: Sharing.default('own'),
});
export type SaveView = z.infer<typeof SaveView>;

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  search: ViewSearch,
  shared: Sharing,
  /** Whether it is this seat's, to change and to remove. */
  own: z.boolean(),
  /** Who saved it. */
  by: z.string(),
  pinned: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;
export const SavedViews = z.object({ rows: z.array(SavedView) });
