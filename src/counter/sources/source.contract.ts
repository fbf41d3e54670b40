import { z } from 'zod';
import { CreditCode } from '../../directory/enterprises/enterprise.contract.ts';
import { NewId } from '../../kernel/contract.ts';
import { Named, Phase } from '../../mechanism/contract.ts';

/** What crosses the wire about programs that hand over what was raised elsewhere. */
const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

export const Source = z.object({
  id: Uuid,
  name: z.string(),
  mechanism: z.string(),
  channel: z.string().nullable(),
  revokedAt: Instant.nullable(),
});
export type Source = z.infer<typeof Source>;
export const SourceList = z.object({ rows: z.array(Source) });

/** A source to be opened: what it hands over is registered under that mechanism, by one of its channels. */
export const NewSource = z.strictObject({
  id: NewId,
  name: z.string().trim().min(1).max(100),
  mechanism: z.string().max(60),
  channel: z.string().max(40).nullable().default(null),
});
export type NewSource = z.output<typeof NewSource>;
/** The token is told this once; null where the same request was done before. */
export const SourceOpened = z.object({ id: Uuid, token: z.string().nullable() });

export const SourceAct = z.strictObject({ id: NewId, kind: z.literal('revoke-source'), given: z.strictObject({}) });

/**
 * A request as another program hands it over. `external` is that program's own number for it: sent again, it is taken once; with
 * other contents it is refused (409).
 */
export const HandedOver = z.strictObject({
  external: z.string().trim().min(1).max(100),
  text: z.string().trim().min(4).max(4000),
  place: z.string().trim().max(200).nullish(),
  /** In degrees, WGS 84; both or neither. */
  longitude: z.number().min(-180).max(180).nullish(),
  latitude: z.number().min(-90).max(90).nullish(),
  /** The code of a category that the sender thinks fitting. */
  category: z.string().trim().max(40).nullish(),
  contact: z.string().trim().max(254).nullish(),
  kind: z.enum(['enterprise', 'person', 'unknown']).default('unknown'),
  enterprise: CreditCode.nullish(),
  confidential: z.boolean().default(false),
  unnamed: z.boolean().default(false),
});
export type HandedOver = z.output<typeof HandedOver>;

/** What has become of a request that was handed over. `answer`: what was answered to whoever raised it, last. */
export const TakenRequest = z.object({
  external: z.string(),
  matter: Uuid,
  number: z.string(),
  text: z.string(),
  stage: Named,
  phase: Phase,
  lead: z.string().nullable(),
  due: z.iso.date().nullable(),
  answer: z.string().nullable(),
  registeredAt: Instant,
  updatedAt: Instant,
});
export type TakenRequest = z.infer<typeof TakenRequest>;
