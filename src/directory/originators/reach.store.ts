import type { Uuid } from '../../kernel/index.ts';
import type { Language } from '../../platform/i18n/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ContactKind, PlainContact } from './contact.rules.ts';
import { unseal } from './seal.ts';

/** A contact by which an originator may be reached, in the clear: for sending something there, or showing it masked. */
export type Reach = {
  readonly originator: Uuid;
  readonly contact: Uuid;
  readonly plain: PlainContact;
  /** In which they used the counter last. */
  readonly language: Language;
};

type Row = { originator: Uuid; contact: Uuid; kind: ContactKind; sealed: string; key: Buffer; language: Language };
const reaches = {
  name: 'originator.reaches',
  text: `select c.originator, c.id as contact, c.kind, c.sealed, k.key, o.language
    from contact c
      join originator o on o.city = c.city and o.id = c.originator and o.erased_at is null
      join subject_key k on k.city = c.city and k.subject = c.originator
    where c.city = $1 and c.originator = any ($2::uuid[]) order by c.originator, c.id`,
};

/** The contacts of these originators; none of one that was erased. For those who keep contacts: administrators, the system. */
export async function findReaches(tx: Tx, city: number, originators: readonly Uuid[]): Promise<Reach[]> {
  if (originators.length === 0) return [];
  const rows = await tx.run<Row>(reaches, [city, originators]);
  return rows.map(({ originator, contact, kind, sealed, key, language }) => ({
    originator,
    contact,
    plain: { kind, text: unseal(key, sealed, `${originator}/${contact}`) },
    language,
  }));
}

const speak = {
  name: 'originator.speak',
  text: 'update originator set language = $3 where city = $1 and id = any ($2::uuid[]) and language <> $3',
};

/** Notes in which language these originators use the counter: they are written to in it. */
export async function noteLanguage(
  tx: Tx,
  city: number,
  originators: readonly Uuid[],
  language: Language,
): Promise<void> {
  if (originators.length > 0) await tx.run(speak, [city, originators, language]);
}
