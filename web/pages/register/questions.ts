import type { RegisterMatter, Registrable } from '../../../src/matters/contract.ts';
import type { Field } from '../../acts/fields.ts';
import { givenFrom } from '../../acts/given.ts';
import type { Typed } from '../../acts/useDraft.ts';
import { areWhole, placeAt, promisesFrom } from '../../works/promises.ts';
import { raiserOf } from './onBehalf.ts';

/** What is asked for a new matter: fields as those of acts, and the two that are chosen from a list. */
export type Question = Omit<Field, 'kind'> & {
  kind: Field['kind'] | 'round' | 'mechanism' | 'channel' | 'raiser' | 'enterprise' | 'targets' | 'point';
};

const must = (yes: boolean): { must?: true } => (yes ? { must: true } : {});

/** The questions in the order of asking, with what the mechanism demands of the answers so far. */
export function questionsOf(mechanisms: readonly Registrable[], chosen: Registrable, typed: Typed): Question[] {
  const { rounds, mayAssign, give, scheme, originators, publishes, sides, amount, sealed, targets, site } = chosen;
  const raiser = raiserOf(typed);
  const raised = Object.keys(chosen.channels).length > 0;
  const assigns = mayAssign && Boolean(typed['lead']);
  const due = give.register.includes('due') || (assigns && give.assign.includes('due'));
  const all: (Question | false)[] = [
    // Whatever its kind, it begins with the words.
    { name: 'text', kind: 'words', must: true },
    // Always answered: one of them stands there from the beginning.
    mechanisms.length > 1 && { name: 'mechanism', kind: 'mechanism' },
    raised && { name: 'channel', kind: 'channel' },
    originators && { name: 'raiser', kind: 'raiser' },
    originators && raiser === 'enterprise' && { name: 'enterprise', kind: 'enterprise' },
    originators && raiser !== 'nobody' && { name: 'contact', kind: 'line' },
    sides !== null && { name: 'parties', kind: 'parties' },
    amount && { name: 'amount', kind: 'yuan' },
    (originators || site) && { name: 'place', kind: 'line' },
    site && { name: 'coordinates', kind: 'line' },
    originators && { name: 'point', kind: 'point' },
    scheme !== null && { name: 'category', kind: 'category' },
    scheme === null && !sealed && { name: 'area', kind: 'line' },
    targets !== null && { name: 'targets', kind: 'targets' },
    rounds && { name: 'round', kind: 'round' },
    mayAssign && { name: 'lead', kind: 'unit', among: 'city' },
    mayAssign && { name: 'co', kind: 'units', among: 'city' },
    ((scheme === null && !sealed) || due) && { name: 'due', kind: 'day', ...must(due) },
    assigns && { name: 'note', kind: 'words', ...must(give.assign.includes('note')) },
    { name: 'files', kind: 'files' },
    originators && { name: 'follow', kind: 'flag' },
    originators && raiser !== 'nobody' && { name: 'unnamed', kind: 'flag' },
    !chosen.confidential && { name: 'confidential', kind: 'flag' },
    // Asked of whoever is on the phone, as the page asks whoever writes there; nothing confidential is published.
    originators &&
      publishes &&
      raiser !== 'nobody' &&
      !chosen.confidential &&
      typed['confidential'] !== true && { name: 'consents', kind: 'yesno' },
  ];
  return all.filter((one) => one !== false);
}

/** What is seldom answered while somebody speaks, or stands there rightly already. */
const RARE: ReadonlySet<string> = new Set(
  'point category area round lead co due note files follow unnamed confidential consents'.split(' '),
);

/**
 * The same for a phone, where they are asked one at a time: of what somebody says to a clerk, first what, who and where, and apart from
 * these the `rare`, among them what `begin` has answered.
 */
export function inHand(
  questions: readonly Question[],
  { originators }: Registrable,
  begin: Typed,
): { main: Question[]; rare: Question[] } {
  const isRare = ({ name, must: wanted }: Question): boolean =>
    originators &&
    !wanted &&
    (RARE.has(name) || ((name === 'mechanism' || name === 'channel') && begin[name] !== undefined));
  return { main: questions.filter((one) => !isRare(one)), rare: questions.filter(isRare) };
}

/** Names of the questions that must be answered and are not, or not wholly; co-units need a lead unit. */
export function unanswered(questions: readonly Question[], typed: Typed): string[] {
  const given = givenFrom(asFields(questions), typed);
  const helps = Array.isArray(given['co']) && given['co'].length > 0;
  return questions
    .filter(({ name, must: wanted }) => {
      if (name === 'targets') return !areWhole(typed[name]);
      if (name === 'coordinates') return given[name] !== undefined && placeAt(given[name]) === null;
      return (wanted || (name === 'lead' && helps)) && given[name] === undefined;
    })
    .map(({ name }) => name);
}

/** What goes out: registered with its words, its files attached, assigned where a lead unit is named. */
export function requestFrom(
  mechanism: string,
  questions: readonly Question[],
  typed: Typed,
): Omit<RegisterMatter, 'id'> {
  const given = givenFrom(asFields(questions), typed);
  const { text, area, round, lead, co, due, note, files, confidential, channel, category, place, unnamed } = given;
  const { parties, amount, coordinates, point, consents } = given;
  const targets = questions.some(({ kind }) => kind === 'targets') ? promisesFrom(typed['targets']) : undefined;
  const at = placeAt(coordinates) ?? (point as object | undefined);
  const request = {
    mechanism,
    round: round ?? null,
    given: {
      text,
      area: area ?? null,
      due: due ?? null,
      confidential: confidential ?? false,
      ...(channel ? { channel } : {}),
      ...(category ? { category } : {}),
      ...(place || at ? { place: { ...(place ? { text: place } : {}), ...at } } : {}),
      ...(targets ? { targets } : {}),
      ...(unnamed ? { unnamed } : {}),
      ...(typeof consents === 'boolean' ? { consents } : {}),
      ...(parties ? { parties } : {}),
      ...(amount === undefined ? {} : { amount }),
    },
    attach: files ? { files } : null,
    assign: lead ? { lead, co: co ?? [], due: due ?? null, note: note ?? null } : null,
  };
  return request as Omit<RegisterMatter, 'id'>;
}

const LISTS: ReadonlySet<string> = new Set(['round', 'mechanism', 'channel', 'raiser', 'enterprise', 'targets']);
/** A choice from a list is one line of what is given. */
const asFields = (questions: readonly Question[]): Field[] =>
  questions.map(({ kind, ...rest }) => ({
    ...rest,
    kind: kind === 'point' ? 'position' : LISTS.has(kind) ? 'line' : (kind as Field['kind']),
  }));
