import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';

/** What crosses the wire about originators and their contacts. Pure. */
const Uuid = z.uuid();

/** A contact as the desk sees it. */
export const MaskedContact = z.object({
  id: Uuid,
  kind: z.enum(['phone', 'email']),
  masked: z.string(),
  confirmed: z.boolean(),
});
export type MaskedContact = z.infer<typeof MaskedContact>;

/** The originator that an enterprise is, once it has been given a contact. */
export const EnterpriseContacts = z.object({ originator: Uuid.nullable(), rows: z.array(MaskedContact) });
export type EnterpriseContacts = z.infer<typeof EnterpriseContacts>;

/** A contact that the desk vouches for. */
export const NewContact = z.strictObject({ id: NewId, contact: z.string().trim().min(1).max(254) });

/** Why somebody looks at, or takes away, what is personal. */
export const Purpose = z.string().trim().min(2).max(200);

/** An act on an originator. */
export const OriginatorAct = z.discriminatedUnion('kind', [
  z.strictObject({ id: NewId, kind: z.literal('remove-contact'), given: z.strictObject({ contact: Uuid }) }),
  z.strictObject({ id: NewId, kind: z.literal('erase-originator'), given: z.strictObject({ purpose: Purpose }) }),
]);
export type OriginatorAct = z.infer<typeof OriginatorAct>;

/** To see contacts in the clear one says what for; it is noted. */
export const ShowContacts = z.strictObject({ id: NewId, purpose: Purpose });
export const ShownContacts = z.object({ contacts: z.array(z.string()) });
