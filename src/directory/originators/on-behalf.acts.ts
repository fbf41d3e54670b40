import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findEnterprise, findEnterpriseByCode } from '../enterprises/enterprise.store.ts';
import { contactOf } from './contact.rules.ts';
import { findEnterpriseOriginator, openOriginator } from './originator.acts.ts';
import type { OriginatorKind } from './originator.rules.ts';

/** Who raises something that somebody else writes down. `id` names them where the city opens somebody new. */
export type Behalf = {
  readonly id: Uuid;
  readonly kind: OriginatorKind;
  /** Of the register, by its id; or by a credit code that the register need not have. */
  readonly enterprise?: Uuid | null | undefined;
  readonly code?: string | null | undefined;
  readonly contact?: string | null | undefined;
};
export type Raiser = { readonly id: Uuid; readonly proven: boolean };

/**
 * The originator for whom a clerk, or a table, writes something down. An enterprise that says nothing of how to be reached, or says
 * what the desk has confirmed, is the enterprise itself. With any other contact it is somebody of their own, who only says so: a
 * stranger's phone is never told of what an enterprise has raised. `again`: it was done before, and nobody is opened. For the
 * program itself, which keeps contacts.
 *
 * @throws Refusal `enterprises.contact-wrong` (400), `enterprises.no-such`.
 */
export async function originatorOnBehalf(
  tx: Tx,
  city: number,
  by: Behalf,
  { again, now }: { again: boolean; now: Date },
): Promise<Raiser> {
  const plain = by.contact ? contactOf(by.contact) : null;
  if (by.contact && !plain) refuse('enterprises.contact-wrong', {}, { status: 400, pointer: '/by/contact' });
  const enterprise = await enterpriseOf(tx, city, by);
  const itself = enterprise && (await findEnterpriseOriginator(tx, city, enterprise.id, plain));
  if (itself) return { id: itself, proven: true };
  if (!again) {
    const contacts = plain ? [{ id: uuidv7(now), plain, confirmed: false }] : [];
    const claims = { enterprise: enterprise?.id ?? null, claims: enterprise?.code ?? by.code ?? null };
    await openOriginator(tx, { city, system: true }, { id: by.id, kind: by.kind, ...claims, contacts }, now);
  }
  return { id: by.id, proven: false };
}

async function enterpriseOf(tx: Tx, city: number, { enterprise, code }: Behalf) {
  if (enterprise)
    return (
      (await findEnterprise(tx, city, enterprise)) ?? refuse('enterprises.no-such', {}, { pointer: '/by/enterprise' })
    );
  return code ? findEnterpriseByCode(tx, city, code) : undefined;
}
