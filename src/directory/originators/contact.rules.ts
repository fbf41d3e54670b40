/** How somebody is reached. */
export type ContactKind = 'phone' | 'email';
export type PlainContact = { readonly kind: ContactKind; readonly text: string };

const MOBILE = /^1[3-9]\d{9}$/u;
/** Area code and number, with or without the hyphen. */
const LANDLINE = /^0\d{2,3}-?\d{7,8}$/u;
const EMAIL = /^[^\s@<>"(),:;\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/u;
const LONGEST_EMAIL = 254;

/** A contact as people type it, in the one spelling in which it is kept and compared; null for what is none. */
export function contactOf(typed: string): PlainContact | null {
  const text = typed.normalize('NFKC').trim();
  if (text.includes('@')) {
    const address = text.toLowerCase();
    return address.length <= LONGEST_EMAIL && EMAIL.test(address) ? { kind: 'email', text: address } : null;
  }
  const number = text.replace(/[\s()]/gu, '').replace(/^(?:\+|00)86-?/u, '');
  const mobile = number.replaceAll('-', '');
  if (MOBILE.test(mobile)) return { kind: 'phone', text: mobile };
  return LANDLINE.test(number) ? { kind: 'phone', text: number.replace('-', '') } : null;
}

/** Whether a message can be sent there: a landline takes none. */
export const takesMessages = ({ kind, text }: PlainContact): boolean => kind === 'email' || MOBILE.test(text);

/** A contact as it is shown: enough for whoever knows it, nothing for others. `138****1234`, `l***@city.example`. */
export function masked({ kind, text }: PlainContact): string {
  if (kind === 'phone') return MOBILE.test(text) ? `${text.slice(0, 3)}****${text.slice(7)}` : `****${text.slice(-4)}`;
  const at = text.lastIndexOf('@');
  return `${text.slice(0, 1)}***${text.slice(at)}`;
}

/** What looks like a contact within words; `contactOf` says whether it is one. */
const SOUGHT =
  /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|(?<![\d-])(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-?\d{7,8})(?![\d-])/gu;

/**
 * The one contact of those that are `wanted` in what somebody said, to be offered and never taken of itself; null where there is none, or
 * several.
 */
export function contactIn(words: string, wanted: (contact: PlainContact) => boolean = () => true): PlainContact | null {
  const found = new Map(
    (words.normalize('NFKC').match(SOUGHT) ?? []).flatMap((one) => {
      const contact = contactOf(one);
      return contact && wanted(contact) ? [[contact.text, contact] as const] : [];
    }),
  );
  const [only] = found.values();
  return only && found.size === 1 ? only : null;
}
