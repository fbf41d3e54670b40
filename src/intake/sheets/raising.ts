import {
  contactOf,
  creditCodeFault,
  creditCodeOf,
  findEnterprisesByName,
  findScheme,
  originatorOnBehalf,
} from '../../directory/index.ts';
import { normalise, refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { getNewestMechanism, newestMechanisms } from '../../matters/index.ts';
import type { RegisterMatter } from '../../matters/contract.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { categoryMeant, channelMeant, SHEET_CHANNEL, type Channel, type Choices } from './choices.rules.ts';
import type { RowRaised } from './contract.ts';
import type { Raising } from './raised.rules.ts';

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
    choices: await choicesOf(tx, city),
    named: (name) => byName.get(name) ?? [],
  };
}

/** What may be chosen under any mechanism of which somebody raises the matters: which of them it will be is said when the rows are imported. */
async function choicesOf(tx: Tx, city: number): Promise<Choices> {
  const raised = (await newestMechanisms(tx, city)).filter(
    ({ mechanism: { originators, sealed } }) => originators && !sealed,
  );
  const schemes = new Set(raised.flatMap(({ mechanism: { scheme } }) => scheme ?? []));
  const inUse: NonNullable<Choices['categories']>[number][] = [];
  for (const scheme of schemes)
    for (const { retired, ...one } of (await findScheme(tx, city, scheme))?.categories ?? [])
      if (!retired && !inUse.some(({ code, zh }) => code === one.code && zh === one.zh)) inUse.push(one);
  const channels = new Map<string, Channel>();
  for (const { mechanism } of raised)
    for (const one of channelsOf(mechanism)) channels.set(`${one.key} ${one.zh}`, one);
  return { categories: schemes.size ? inUse : null, channels: [...channels.values()] };
}

const channelsOf = ({ channels = {} }: Mechanism): Channel[] =>
  Object.entries(channels).map(([key, { zh, en, also }]) => ({ key, zh, en, ...(also ? { also } : {}) }));

/**
 * What a row gives besides its words, under a mechanism of which somebody raises the matters: who does, opened in the same
 * transaction; the way by which it came; where it is; the category that fits what the row calls it. Nothing under any other.
 *
 * @throws Refusal `enterprises.contact-wrong`.
 */
export async function givenRaised(
  tx: Tx,
  city: number,
  { key, channel: otherwise }: { key: string; channel: string | null },
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
    ...channelFor(mechanism, raised?.channel ?? null, otherwise),
    ...(place ? { place: { text: place } } : {}),
    ...(filed ? { category: filed } : {}),
  };
}

/** The way that a row names, or that was chosen for the table, or that of tables. Refuses a word for none of them. */
function channelFor(mechanism: Mechanism, written: string | null, otherwise: string | null): { channel?: string } {
  const channels = channelsOf(mechanism);
  if (written && channels.length > 0) {
    const meant = channelMeant(written, channels);
    if ('one' in meant) return { channel: meant.one.key };
    const known = channels.map(({ zh, en }) => ({ zh, en }));
    refuse('sheet.row-channel-unknown', { name: written, known });
  }
  if (otherwise) return { channel: otherwise };
  return channels.some(({ key }) => key === SHEET_CHANNEL) ? { channel: SHEET_CHANNEL } : {};
}

/** The code of the one category in use that is called so; else what was written, which registering refuses where it is no code. */
async function codeNamed(tx: Tx, city: number, scheme: string, written: string): Promise<string> {
  const found = await findScheme(tx, city, scheme);
  const inUse = (found?.categories ?? []).filter(({ retired }) => !retired);
  const meant = categoryMeant(written, inUse);
  return 'one' in meant ? meant.one.code : written;
}
