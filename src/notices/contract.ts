import { z } from 'zod';
import { SwapStatus } from '../duties/contract.ts';
import { Named, SlipColor } from '../mechanism/contract.ts';

/** What crosses the wire about notices (通知): what a seat was told, how a person wants to be told, what was sent. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });
const Day = z.iso.date();

/** What there is to be told of, the worst first: in this order a digest lists it. */
export const NoticeKind = z.enum([
  'raised',
  'listed',
  'slipped',
  'overdue',
  'instructed',
  'reminded',
  'returned',
  'refused',
  'disputed',
  'broken',
  'retracted',
  'conflicted',
  'halted',
  'gate-failed',
  'due-soon',
  'unhalted',
  'session',
  'assigned',
  'answered',
  'waived',
  'drafted',
  'appointed',
  'cleared',
  'received',
  'helping',
  'erasing',
  'replied',
  'added',
  'exclusion-proposed',
  'extension-asked',
  'extension-decided',
  'exempted',
  'revised',
  'swap-asked',
  'swap-answered',
  'joined',
  'mentioned',
  'bulletin',
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/**
 * Why a seat is told: it does the work; nobody has taken the work on yet; it answers for the unit; it dispatched; it leads the city;
 * the matter was raised to it; a unit has refused, and the time that runs on is the dispatching office's own; it was named; it was asked
 * to help; it is named for a sealed matter; a duty of its own is meant.
 */
export const Why = z.enum([
  'owner',
  'unit',
  'superior',
  'office',
  'mayor',
  'raised',
  'refused',
  'named',
  'helper',
  'sealed',
  'concerned',
  'duty',
]);
export type Why = z.infer<typeof Why>;

/** Where a person is told: on the page, by mail, by a webhook of their own. */
export const Channel = z.enum(['page', 'mail', 'webhook']);
export type Channel = z.infer<typeof Channel>;
/** The channels that leave the house. */
export const OUTSIDE = ['mail', 'webhook'] as const satisfies readonly Channel[];
export type Outside = (typeof OUTSIDE)[number];
/** How a message goes out: to people as they chose, to whoever raised a matter by the contact that they left. */
export const DeliveryChannel = z.enum([...OUTSIDE, 'sms']);
export type DeliveryChannel = z.infer<typeof DeliveryChannel>;

/** One thing told. `said` is what the person who acted wrote; `due` the day that it is about. */
export const NoticeRow = z.object({
  id: Uuid,
  kind: NoticeKind,
  why: Why,
  at: Instant,
  read: z.boolean(),
  matter: z.object({ id: Uuid, number: z.string(), text: z.string(), confidential: z.boolean() }).nullable(),
  /** Of a sealed matter that has come: what its mechanism is called. */
  came: Named.nullable(),
  bulletin: z.object({ id: Uuid, number: z.string(), title: z.string() }).nullable(),
  /** Of a swap of duties: `day` of whoever asked for `otherDay` of whoever was asked, and what has come of it by now. */
  swap: z.object({ id: Uuid, day: Day, otherDay: Day, status: SwapStatus }).nullable(),
  unit: Uuid.nullable(),
  due: Day.nullable(),
  who: z.string().nullable(),
  said: z.string().nullable(),
  /** Of a slip: its colour. */
  color: SlipColor.nullable(),
  /** Of an extension that was decided: whether it was given. */
  granted: z.boolean().nullable(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

export const NoticeQuery = z.object({
  unread: z.enum(['1']).optional(),
  after: Uuid.optional(),
});
export const NoticePage = z.object({ rows: z.array(NoticeRow), next: Uuid.nullable() });
export type NoticePage = z.infer<typeof NoticePage>;

/**
 * What a seat has not read and is still so, as a day's digest tells it: together what is of one matter, the worst first. `overdue` of the
 * `n` matters are late, `own` with the supervision office itself.
 */
export const NoticeDigest = z.object({
  n: z.int(),
  overdue: z.int(),
  own: z.int(),
  matters: z.array(z.array(NoticeRow)),
});
export type NoticeDigest = z.infer<typeof NoticeDigest>;

/** Counted up to {@link MOST_COUNTED}: beyond it nobody reads the number. */
export const Unread = z.object({ count: z.int(), more: z.boolean() });
export type Unread = z.infer<typeof Unread>;
export const MOST_COUNTED = 99;

/** What was read: these notices, or all about a matter, or all up to one. */
export const ReadNotices = z.strictObject({
  ids: z.array(Uuid).min(1).max(200).optional(),
  matter: Uuid.optional(),
  upTo: Uuid.optional(),
});
export type ReadNotices = z.infer<typeof ReadNotices>;

/** A message on its way: waiting (also between two tries), sent, failed for good, or dropped as nothing in it was so any more. */
export const DeliveryState = z.enum(['waiting', 'sent', 'failed', 'dropped']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * One message in the delivery log. It says to whom and how it went, never what stood in it. `who`: null for whoever raised a matter,
 * whose `target` is masked, and empty once they were erased.
 */
export const DeliveryRow = z.object({
  id: Uuid,
  at: Instant,
  who: z.string().nullable(),
  channel: DeliveryChannel,
  target: z.string(),
  state: DeliveryState,
  tries: z.int(),
  /** What the other side said last. */
  said: z.string(),
  triedAt: Instant.nullable(),
  /** Of how many matters (bulletins, swaps of duties) it tells, as its own title counts them; of none where it tries out a channel. */
  matters: z.int(),
});
export type DeliveryRow = z.infer<typeof DeliveryRow>;
export const DeliveryQuery = z.object({ state: DeliveryState.optional(), after: Uuid.optional() });
export const DeliveryPage = z.object({ rows: z.array(DeliveryRow), next: Uuid.nullable() });
export type DeliveryPage = z.infer<typeof DeliveryPage>;

/** How a receiver of webhooks wants its messages: our own signed form, or a group robot of WeCom (企业微信) or DingTalk (钉钉). */
export const HookForm = z.enum(['plain', 'wecom', 'dingtalk']);
export type HookForm = z.infer<typeof HookForm>;

const Minute = z.int().min(0).max(1439);
const Choice = z.strictObject({ kind: NoticeKind, channels: z.array(Channel).max(3) });
/** How a person is told. `hours` are the city's, in which alone anything is sent, in minutes after midnight. */
export const NoticeSettings = z.object({
  choices: z.array(Choice),
  digestAt: Minute,
  promptly: z.boolean(),
  hours: z.array(z.tuple([Minute, z.int().max(1440)])),
  mail: z.object({ available: z.boolean(), address: z.string().nullable(), confirmed: z.boolean() }),
  webhook: z.object({ form: HookForm, url: z.string(), signed: z.boolean() }).nullable(),
});
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export const ChooseNotices = z.strictObject({
  choices: z.array(Choice).max(NoticeKind.options.length),
  digestAt: Minute,
  promptly: z.boolean(),
});
export type ChooseNotices = z.infer<typeof ChooseNotices>;

export const GiveAddress = z.strictObject({ address: z.email().max(254) });
export const ConfirmAddress = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
});
/** `secret`: what DingTalk shows when a robot is made; our own form is given one, and is told it once. */
export const GiveWebhook = z.strictObject({
  form: HookForm,
  url: z.url({ protocol: /^https?$/ }).max(1000),
  secret: z.string().trim().max(200).optional(),
});
export type GiveWebhook = z.infer<typeof GiveWebhook>;
export const WebhookGiven = z.object({ secret: z.string().nullable() });
export const TestSend = z.strictObject({ channel: z.enum(OUTSIDE) });
