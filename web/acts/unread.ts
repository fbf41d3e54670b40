import type { Translate } from '../i18n/language.tsx';
import { enterpriseFault } from '../pages/register/typedEnterprise.ts';
import { promisesIn } from '../works/promises.ts';
import { quantityFault } from '../works/quantity.ts';
import { sumFault } from './parties/fen.ts';
import type { TypedObligation, TypedParty } from './parties/given.ts';
import type { Typed } from './useDraft.ts';

type Asked = { readonly name: string; readonly kind: string };

/**
 * What was typed where a number or an enterprise is asked for and is none, by field: what was typed, and what would be right. A form with any
 * of these is not sent, as what cannot be read would go out as if nothing had been typed.
 */
export function unread(t: Translate, fields: readonly Asked[], typed: Typed): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const { name, kind } of fields) {
    const fault = faultOf(t, name, kind, typed[name]);
    if (fault) faults[name] = fault;
  }
  return faults;
}

function faultOf(t: Translate, name: string, kind: string, value: unknown): string | undefined {
  if (kind === 'yuan') return sumFault(t, value);
  if (kind === 'enterprise') return enterpriseFault(t, value);
  if (kind === 'parties')
    return firstOf(listOf<TypedParty>(value), (party) =>
      party.kind === 'person' ? undefined : enterpriseFault(t, party.enterprise),
    );
  if (kind === 'obligations') return inObligations(t, value);
  if (kind === 'quantity') return quantityFault(t, value, { above: name === 'weight' });
  if (kind === 'plan') return inPlan(t, value);
  if (kind === 'targets')
    return firstOf(
      promisesIn(value),
      ({ quantity, start, plan }) => firstOf([quantity, start], (one) => quantityFault(t, one)) ?? inPlan(t, plan),
    );
  if (kind === 'number' && typeof value === 'string' && value.trim() && !/^\d+$/u.test(value.normalize('NFKC').trim()))
    return t('web.number.unread', { typed: value.trim() });
  return undefined;
}

const inObligations = (t: Translate, value: unknown): string | undefined =>
  firstOf(listOf<TypedObligation>(value), ({ amount }, i) => {
    const fault = sumFault(t, amount, { above: true });
    return fault && t('web.obligations.fault', { n: i + 1, fault });
  });

const inPlan = (t: Translate, value: unknown): string | undefined =>
  firstOf(listOf<{ quantity?: string }>(value), ({ quantity }) => quantityFault(t, quantity));

function firstOf<T>(all: readonly T[], of: (one: T, i: number) => string | undefined): string | undefined {
  for (const [i, one] of all.entries()) {
    const found = of(one, i);
    if (found) return found;
  }
  return undefined;
}

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
