import { z } from 'zod';

/** What the minutes reader returns. Offsets are UTF-16 code units into the article's `text`. */
const Day = z.iso.date();

/** A number with its measure word. Yuan, 万 and 亿 are multiplied out; % stays percent points; `max` is a range's upper end. */
export const ReadQuantity = z.object({
  text: z.string(),
  value: z.number(),
  unit: z.string(),
  max: z.number().optional(),
  bound: z.enum(['at-least', 'at-most', 'about']).optional(),
});
export type ReadQuantity = z.infer<typeof ReadQuantity>;

/** `start` is a period's beginning (自…起) and `conditional` waits for an event (待…后); neither is ever the due day. */
export const ReadDue = z.object({
  text: z.string(),
  date: Day.nullable(),
  kind: z.enum(['deadline', 'year', 'period', 'recurring', 'start', 'conditional']),
});
export type ReadDue = z.infer<typeof ReadDue>;

/** What somebody must look at before it is assigned. */
export const Unsure = z.enum(['text', 'unit', 'due', 'area']);
export type Unsure = z.infer<typeof Unsure>;

/** A stretch of an article's text, `end` not included. */
export const Stretch = z.object({ start: z.int(), end: z.int() });
export type Stretch = z.infer<typeof Stretch>;

/**
 * One task as printed. `lead` and `co` are names as printed, never expanded; `shared` means that several units carry it
 * together and none leads. `path` holds the headings above it as printed.
 */
export const ReadItem = z.object({
  path: z.array(z.string()),
  area: z.string().nullable(),
  aim: z.string().nullable(),
  text: z.string(),
  /** With the lead sentence that is the item's heading (棚改工程。建成…), when it has one. */
  text_full: z.string().optional(),
  lead: z.array(z.string()),
  co: z.array(z.string()),
  shared: z.boolean(),
  dueText: z.string().nullable(),
  dueDate: Day.nullable(),
  quantities: z.array(ReadQuantity),
  start: z.int(),
  end: z.int(),
  /** All time expressions of the item, the due one among them. */
  dues: z.array(ReadDue),
  /** Where the due day stands when it is not in the item or its bracket. */
  dueFrom: z.enum(['section', 'document']).optional(),
  /** Persons named as responsible (牵头领导, 责任人); units never stand here. */
  leaders: z.array(z.string()).optional(),
  /** Units that an earlier bracket extends to all that follow (以下均需…，不再列出). */
  coImplied: z.array(z.string()).optional(),
  unsure: z.array(Unsure),
});
export type ReadItem = z.infer<typeof ReadItem>;

/** Items, and the stretches besides them that they were read from: headings, areas, aims, brackets, deadlines. */
export type Found = { readonly items: ReadItem[]; readonly used: Stretch[] };

export const ReadMeeting = z.object({
  name: z.string(),
  number: z.int().nullable(),
  year: z.int().nullable(),
  date: Day.nullable(),
  attendees: z.array(z.object({ name: z.string(), post: z.string().nullable() })),
});
export type ReadMeeting = z.infer<typeof ReadMeeting>;

export const ReadArticle = z.object({
  kind: z.enum(['article', 'caption']),
  title: z.string(),
  subtitle: z.string().nullable(),
  byline: z.string().nullable(),
  date: Day.nullable(),
  text: z.string(),
  meeting: ReadMeeting.nullable(),
  items: z.array(ReadItem),
  /** What nothing was made of: neither an item nor a heading, area, aim, bracket or deadline of one, nor the article's head. */
  uncovered: z.array(Stretch),
  /** The same text stood twice in the source and is given once. */
  repeated: z.boolean(),
});
export type ReadArticle = z.infer<typeof ReadArticle>;

/** `left` is what belongs to no article, a page's slogan for instance. */
export const Draft = z.object({ articles: z.array(ReadArticle), left: z.array(z.string()) });
export type Draft = z.infer<typeof Draft>;
