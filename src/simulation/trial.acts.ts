import { addDays, dayOf, refuse } from '../kernel/index.ts';
import { parseMechanism } from '../mechanism/index.ts';
import { getNewestMechanism } from '../matters/index.ts';
import { sentence, type Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { beginExport, type Transfer } from '../platform/transfers/index.ts';
import type { TryMechanism } from './contract.ts';
import { tryMechanism } from './trial.jobs.ts';

/** So far back a trial may go: a year is what a city knows by heart, and what is played again in minutes. */
const MOST_DAYS = 366;

/** Who may have a changed mechanism tried: whoever publishes it, and the office that will work by it. */
export const mayTry = ({ role }: Pick<Caller, 'role'>): boolean => role === 'administrator' || role === 'supervisor';

/**
 * Begins a trial of a file on what was done; the same id sent again gives the first. It is played by a job, and what it found is the file of
 * its transfer, a `Trial`. Refuses who may not, a file with faults, a mechanism that the city does not have or whose matters are sealed, and days beyond a year.
 */
export async function beginTrial(
  tx: Tx,
  caller: Caller,
  ask: TryMechanism,
  language: Language,
  now: Date,
): Promise<Transfer> {
  if (!mayTry(caller)) return refuse('mechanism.trial-not-yours', {}, { status: 403 });
  const { mechanism, faults } = parseMechanism(ask.source);
  if (!mechanism) return refuse('mechanism.has-faults', { count: faults.length });
  const { mechanism: past } = await getNewestMechanism(tx, caller.city, ask.of);
  if (past.sealed) return refuse('mechanism.trial-sealed');
  const first = addDays(dayOf(now), -MOST_DAYS);
  if (ask.since < first) return refuse('mechanism.trial-too-far', { first });
  const title = sentence(language, 'mechanism.trial-title', { name: mechanism.name[language] });
  const given = { id: ask.id, title, ask, language, fileName: `${mechanism.key}.json`, mediaType: 'application/json' };
  return beginExport(tx, caller, given, tryMechanism, now);
}
