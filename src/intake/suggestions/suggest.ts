import { findCategory, findUnits } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import { findMatters, getNewestMechanism, newestMechanisms, withoutMarks } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { maySeeLessons, maySuggest } from './access.rules.ts';
import { modelOf } from './kept.ts';
import { MOST_READ, RARE, type About } from './lessons.rules.ts';
import { findLessons, type KeptLesson } from './model.store.ts';
import { findRecord, keepSaid } from './said.store.ts';
import type { Lessons, Suggested, SuggestionQuery, Suggestions } from './suggest.contract.ts';
import { suggest } from './suggest.rules.ts';

/** How far back it is counted how suggestions fared. */
const COUNTED_DAYS = 30;

/**
 * The category and the unit that a text is likely to have. What is suggested for a matter is kept, to be counted against what people decide.
 *
 * @throws Refusal `suggest.not-yours` (403) for whoever does not oversee the city; `matter.mechanism-unknown`, `matter.not-found` (404).
 */
export async function suggestFor(tx: Tx, caller: Caller, asked: SuggestionQuery, now: Date): Promise<Suggestions> {
  if (!maySuggest(caller.role)) refuse('suggest.not-yours', {}, { status: 403 });
  const { city } = caller;
  const { mechanism } = await getNewestMechanism(tx, city, asked.mechanism);
  const lessons = await findLessons(tx, city, asked.mechanism);
  const one = (about: About, inUse: (label: string) => Promise<boolean>): Promise<Suggested> =>
    suggestOne(
      tx,
      city,
      asked,
      { lesson: lessons.find((lesson) => lesson.about === about), confidential: mechanism.confidential === true },
      inUse,
    );
  const { scheme } = mechanism;
  const category =
    scheme === undefined
      ? null
      : await one('category', async (code) => (await findCategory(tx, city, scheme, code)) !== undefined);
  const unit = await one('unit', async (id) => (await findUnits(tx, city)).get(id)?.retiredAt === null);
  if (asked.matter) await remember(tx, city, asked.matter, { category, unit }, now);
  return { category, unit };
}

async function suggestOne(
  tx: Tx,
  city: number,
  { title = '', text, matter }: SuggestionQuery,
  { lesson, confidential }: { lesson: KeptLesson | undefined; confidential: boolean },
  inUse: (label: string) => Promise<boolean>,
): Promise<Suggested> {
  if (!lesson?.version)
    return { is: 'none', matters: lesson?.matters ?? null, kinds: lesson?.kinds ?? 0, confidential };
  const learned = await modelOf(tx, city, lesson);
  const { said, words, alike } = learned
    ? suggest(learned.model, { title, body: withoutMarks(text).slice(0, MOST_READ) })
    : NOTHING;
  if (!learned || !said || said.category === RARE || !(await inUse(said.category))) return { is: 'unsure' };
  // However sure: what no word of the text speaks for is the usual and no reading of it, and no clerk could tell why it is said.
  if (!words.length) return { is: 'unsure' };
  const ids = alike.map(({ source }) => learned.ids[source]!).filter((id) => id !== matter);
  const states = await findMatters(tx, city, ids);
  const quoted = ids.flatMap((id) => {
    const state = states.get(id);
    // What has become confidential since it was learned is not named either.
    return state && !state.confidential ? [{ id, number: state.number }] : [];
  });
  return { is: 'said', label: said.category, sure: said.sure, words: [...words], alike: quoted };
}

const NOTHING = { said: null, words: [], alike: [] };

async function remember(tx: Tx, city: number, matter: Uuid, suggestions: Suggestions, now: Date): Promise<void> {
  const state = (await findMatters(tx, city, [matter])).get(matter);
  if (!state) return refuse('matter.not-found', {}, { status: 404 });
  for (const about of ['category', 'unit'] as const) {
    const one = suggestions[about];
    if (!one || one.is === 'none') continue;
    await keepSaid(tx, city, { matter, about, seq: state.seq, label: one.is === 'said' ? one.label : null, at: now });
  }
}

/** Refuses whoever may not see how suggestions fare: `suggest.lessons-not-yours` (403). */
export function mayAskLessons({ role }: Caller): void {
  if (!maySeeLessons(role)) refuse('suggest.lessons-not-yours', {}, { status: 403 });
}

/** What was learned of each mechanism, and how often people decided what was suggested. Names no matter. */
export async function lessonsOf(pool: Pool, caller: Caller, now: Date): Promise<Lessons> {
  mayAskLessons(caller);
  const { city } = caller;
  // Counted over every matter, of which an administrator reads none.
  return transact(pool, { city, system: true }, async (tx) => {
    const since = new Date(now.getTime() - COUNTED_DAYS * 86_400_000);
    const [lessons, record] = [await findLessons(tx, city, null), await findRecord(tx, city, since)];
    const rows = (await newestMechanisms(tx, city)).flatMap(({ key, mechanism }) =>
      (mechanism.scheme === undefined ? (['unit'] as const) : (['category', 'unit'] as const)).map((about) => {
        const of = (one: { mechanism: string; about: About }) => one.mechanism === key && one.about === about;
        const lesson = lessons.find(of);
        const { said = 0, right = 0, silent = 0 } = record.find(of) ?? {};
        return {
          mechanism: key,
          name: mechanism.name,
          about,
          lookedAt: lesson?.lookedAt.toISOString() ?? null,
          learnedAt: lesson?.learnedAt?.toISOString() ?? null,
          matters: lesson?.matters ?? 0,
          kinds: lesson?.kinds ?? 0,
          said,
          right,
          silent,
        };
      }),
    );
    return { rows };
  });
}
