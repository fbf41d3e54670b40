import {
  contactOf,
  creditCodeFault,
  creditCodeOf,
  findEnterprisesByName,
  findScheme,
  originatorOnBehalf,
} from '../../directory/index.ts';
import { normalise, uuidv7, type Uuid } from '../../kernel/index.ts';
import { getNewestMechanism } from '../../matters/index.ts';
import type { RegisterMatter } from '../../matters/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import type { RowRaised } from './contract.ts';
import type { Raising } from './raised.rules.ts';

/** What mechanisms call this way of raising a matter, where they tell ways apart. */
const CHANNEL = 'sheet';

/** How who raises a row is read, with those enterprises looked up that the rows name. */
export async function raisingFor(tx: Tx, city: number, names: readonly string[]): Promise<Raising> {
  const wanted = [...new Set(names.map(normalise).filter(Boolean))];
  const byName = new Map<string, Uuid[]>();
  for (const { id, name } of await findEnterprisesByName(tx, city, wanted))
    byName.set(name, [...(byName.get(name) ?? []), id]);
  return {
    codeOf: creditCodeOf,
    codeFault: creditCodeFault,
    isContact: (typed) => contactOf(typed) !== null,
    named: (name) => byName.get(name) ?? [],
  };
}

/**
 * What a row gives besides its words, under a mechanism of which somebody raises the matters: who does, opened in the same
 * transaction; the way by which it came; where it is; the category that fits what the row calls it. Nothing under any other.
 *
 * @throws Refusal `enterprises.contact-wrong`.
 */
export async function givenRaised(
  tx: Tx,
  city: number,
  key: string,
  raised: RowRaised | undefined,
  now: Date,
): Promise<Partial<RegisterMatter['given']>> {
  const { mechanism } = await getNewestMechanism(tx, city, key);
  if (!mechanism.originators) return {};
  const { enterprise = null, name = null, code = null, contact = null, place, category } = raised ?? {};
  const known = enterprise ?? name ?? code ?? contact;
  const kind = enterprise || name || code ? 'enterprise' : 'person';
  const by = { id: uuidv7(now), kind, enterprise, code, contact } as const;
  const who = known ? await asSystem(tx, () => originatorOnBehalf(tx, city, by, { again: false, now })) : null;
  const filed = category && mechanism.scheme ? await codeNamed(tx, city, mechanism.scheme, category) : category;
  return {
    ...(who ? { originator: who.id } : {}),
    ...(Object.hasOwn(mechanism.channels ?? {}, CHANNEL) ? { channel: CHANNEL } : {}),
    ...(place ? { place: { text: place } } : {}),
    ...(filed ? { category: filed } : {}),
  };
}

/** The code of the one category in use that is called so; else what was written, which registering refuses where it is no code. */
async function codeNamed(tx: Tx, city: number, scheme: string, written: string): Promise<string> {
  const found = await findScheme(tx, city, scheme);
  const inUse = (found?.categories ?? []).filter(({ retired }) => !retired);
  const called = inUse.filter(({ code, zh, en }) => [code, zh, en].includes(written));
  return called.length === 1 ? called[0]!.code : written;
}
