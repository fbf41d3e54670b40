import type { GivenParty } from '../../../src/matters/parties/parties.contract.ts';
import type { GivenObligation } from '../../../src/matters/settlement/settlement.contract.ts';
import { typedTime } from '../../days/typedTime.ts';
import type { ChosenEnterprise } from '../../pages/register/typedEnterprise.ts';
import { fenOf } from './fen.ts';

/** A party as it is typed: an enterprise of the register chosen, or a name. */
export type TypedParty = {
  side?: string;
  kind?: 'enterprise' | 'person';
  enterprise?: ChosenEnterprise | null;
  name?: string;
  agent?: string;
  contact?: string;
};
export type TypedObligation = { party?: number; text?: string; amount?: string; due?: string };

const words = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** What goes out of what was typed; lines in which nothing was typed stay out. */
export function partiesFrom(typed: unknown): GivenParty[] | undefined {
  const parties = (Array.isArray(typed) ? (typed as TypedParty[]) : []).flatMap((party): GivenParty[] => {
    const { side = '', kind = 'enterprise', enterprise } = party;
    const chosen = kind === 'enterprise' ? enterprise : null;
    const name = words(party.name) ?? chosen?.name ?? chosen?.code ?? '';
    const [agent, contact] = [words(party.agent), words(party.contact)];
    if (!name && !agent && !contact) return [];
    return [
      {
        side,
        kind,
        name,
        ...(chosen?.id ? { enterprise: chosen.id } : {}),
        ...(agent ? { agent } : {}),
        ...(contact ? { contact } : {}),
      },
    ];
  });
  return parties.length ? parties : undefined;
}

export function obligationsFrom(typed: unknown): GivenObligation[] {
  return (Array.isArray(typed) ? (typed as TypedObligation[]) : []).flatMap(({ party, text, amount, due }) => {
    if (!words(text) && !due && !words(amount)) return [];
    const fen = fenOf(amount);
    return [
      { party: party ?? 0, text: words(text) ?? '', due: due ?? '', ...(fen === undefined ? {} : { amount: fen }) },
    ];
  });
}

export const numbersFrom = (typed: unknown): number[] =>
  Array.isArray(typed) ? typed.filter((one): one is number => typeof one === 'number') : [];

/** `9:30` and `9点半` alike as `09:30`; what is no time goes out as it is, to be refused. */
export const timeFrom = (typed: unknown): string | undefined => {
  const text = typeof typed === 'string' ? typed.trim() : '';
  return text ? (typedTime(text) ?? text) : undefined;
};
