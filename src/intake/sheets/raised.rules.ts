import { normalise, type ProblemParam, type Uuid } from '../../kernel/index.ts';
import { categoryMeant, channelMeant, type Choices } from './choices.rules.ts';
import type { ImportField, RowRaised } from './contract.ts';

/** How the directory reads who raises something. */
export type Raising = {
  readonly codeOf: (typed: string) => string;
  readonly codeFault: (code: string) => 'form' | 'check' | null;
  readonly isContact: (typed: string) => boolean;
  readonly choices: Choices;
  /** The enterprises of the register that bear this name. */
  readonly named: (name: string) => readonly Uuid[];
};
type Found = {
  readonly field: ImportField;
  readonly level: 'fault' | 'doubt';
  readonly code: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
};

/** What is written where there is nothing to write. */
const NOTHING = /^[-—–/\\无]+$/u;
const CODE_LIKE = /^[0-9A-Z]{15,20}$/u;
const LONGEST = { place: 200, category: 40, channel: 40, enterprise: 100 } as const;

/**
 * Who raises a row and where it is; null where nothing is said of it. A cell that looks like a credit code is one and must have its
 * check digit, and decides whatever name stands beside it; a name that the register does not have is a doubt: whoever raises it is then
 * known by the contact alone. Pure.
 */
export function judgeRaised(
  cell: (field: ImportField) => string,
  { codeOf, codeFault, isContact, named, choices }: Raising,
  issues: Found[],
): RowRaised | null {
  const [called, coded, contact, place, category, channel] = (
    ['enterprise', 'creditCode', 'contact', 'place', 'category', 'channel'] as const
  ).map((field) => normalise(cell(field)).replace(NOTHING, '')) as [string, string, string, string, string, string];
  if (!called && !coded && !contact && !place && !category && !channel) return null;
  const found = (level: Found['level'], field: ImportField, code: string, params: Found['params']) =>
    issues.push({ level, field, code: `sheet.row-${code}`, params });
  // A column for either holds either, where it stands alone.
  const who = called || coded;
  const isCode = CODE_LIKE.test(codeOf(who));
  const beside = called ? coded : '';
  const code = codeOf(beside || (isCode ? who : ''));
  if (code && codeFault(code))
    found('fault', beside ? 'creditCode' : 'enterprise', 'credit-code', { code: code.slice(0, 40) });
  const asks = who !== '' && !isCode && !code;
  const known = asks ? named(who) : [];
  if (asks && known.length === 0) found('doubt', 'enterprise', 'enterprise-unknown', { name: who.slice(0, 60) });
  if (known.length > 1) found('fault', 'enterprise', 'enterprise-several', { name: who.slice(0, 60) });
  if (contact && !isContact(contact)) found('fault', 'contact', 'contact-wrong', { text: contact.slice(0, 60) });
  for (const [field, text] of [
    ['place', place],
    ['category', category],
    ['channel', channel],
  ] as const)
    if (text.length > LONGEST[field]) found('fault', field, 'too-long', { length: text.length, limit: LONGEST[field] });
  judgeChoices(category.slice(0, LONGEST.category), channel.slice(0, LONGEST.channel), choices, found);
  return {
    enterprise: known.length === 1 ? known[0]! : null,
    name: who && !isCode ? who.slice(0, LONGEST.enterprise) : null,
    code: code || null,
    contact: contact || null,
    place: place || null,
    category: category || null,
    channel: channel || null,
  };
}

/** What is to be chosen and is none of what there is, is a fault with the nearest: registering would refuse it when the reader has gone. */
function judgeChoices(
  category: string,
  channel: string,
  { categories, channels }: Choices,
  found: (level: Found['level'], field: ImportField, code: string, params: Found['params']) => void,
): void {
  if (category && categories) {
    const meant = categoryMeant(category, categories);
    const named = (all: NonNullable<typeof categories>) =>
      all.map(({ code, zh, en }) => ({ zh: `${zh}（${code}）`, en: `${en ?? zh} (${code})` }));
    if ('near' in meant) found('fault', 'category', 'category-unknown', { name: category, near: named(meant.near) });
    if ('several' in meant)
      found('fault', 'category', 'category-several', { name: category, near: named(meant.several) });
  }
  if (channel && channels.length > 0 && !('one' in channelMeant(channel, channels)))
    found('fault', 'channel', 'channel-unknown', {
      name: channel,
      known: channels.map(({ zh, en }) => ({ zh, en })),
    });
}
