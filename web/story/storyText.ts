import type { StoryAct } from '../../src/matters/contract.ts';
import type { Translate } from '../i18n/language.tsx';

export type Names = { unit: (id: string) => string; day: (day: string) => string };
type More = Names & { language: 'zh' | 'en' };

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

/** What was done, as the rest of a sentence after the doer's name: `交办给 市发改委 牵头，3月13日 周一前办结`. */
export function deedText(
  t: Translate,
  act: Pick<StoryAct, 'kind' | 'given'> & Partial<Pick<StoryAct, 'seated' | 'filed'>>,
  names: More,
): string {
  const { kind, given, seated, filed } = act;
  const number = text(given['into']) ?? text(given['number']) ?? given['obligation'] ?? null;
  const meetOn = text(given['meetOn']);
  const deed =
    kind === 'correct'
      ? correctedText(t, given)
      : t(`web.story.${kind}${suffixOf(given)}`, {
          number,
          book: text(given['book']),
          edition: text(given['edition']),
          on: meetOn && names.day(meetOn),
        });
  const parts = [deed];
  const lead = text(given['lead']);
  const co = list(given['co']).map(names.unit);
  const unit = text(given['unit']);
  const heir = text(given['heir']);
  const due = text(given['due']);
  const until = text(given['until']);
  if ((kind === 'assign' || kind === 'divide') && lead) {
    const units = t('web.story.lead', { unit: names.unit(lead) });
    parts[0] = t(`web.story.${kind}.to`, { units: co.length ? `${units}${t('web.story.co', { units: co })}` : units });
  }
  if (kind !== 'assign' && unit)
    parts[0] = t(`web.story.${kind}.unit`, { unit: names.unit(unit), heir: heir && names.unit(heir) });
  if (seated) {
    const who = [seated.unit && names.unit(seated.unit), seated.title, seated.name].filter(Boolean).join(' ');
    parts[0] = t(`web.story.${kind}.seat`, { who });
  }
  if (filed?.length) {
    const way = filed.map(({ zh, en }) => (names.language === 'en' ? (en ?? zh) : zh)).join(' / ');
    parts[0] = t('web.story.classify.as', { category: way });
  }
  const through = kind === 'callback' ? text(given['through']) : null;
  if (through) parts[0] = t('web.story.callback.through', { through });
  if (given['green'] === true) parts.push(t('web.slip.green'));
  if (given['outright'] === true) parts.push(t('web.story.outright'));
  if (given['nobody'] === true) parts.push(t('web.story.nobody'));
  if (given['atOnce'] === true) parts.push(t('web.story.at-once'));
  const [court, ruledOn] = [text(given['court']), text(given['ruledOn'])];
  if (kind === 'confirm' && court) {
    const own = text(given['number']);
    parts.push(
      t('web.between.confirmation.asked', {
        day: names.day(text(given['appliedOn'])!),
        court,
        number: own === null ? '' : ` ${own}`,
      }),
    );
  }
  if (kind === 'rule' && ruledOn)
    parts.push(t(`web.story.rule.${text(given['outcome'])}`, { day: names.day(ruledOn), number }));
  const [on, evidence] = [text(given['doneOn']), text(given['evidence'])];
  if (kind === 'carry' && on) parts.push(t('web.story.carry.on', { on: names.day(on) }));
  if (kind === 'carry' && evidence) parts.push(t('web.story.carry.evidence', { evidence }));
  const color = text(given['color']);
  if (color) parts.push(t(`matter.slip-color.${color}`));
  if (due) parts.push(t(kind === 'instruct' ? 'web.story.instruct.due' : 'web.story.due', { due: names.day(due) }));
  if (until) parts.push(t('web.story.until', { until: names.day(until) }));
  if (kind === 'evaluate' && given['stars'] === undefined) parts.push(t('web.story.evaluate.unheard'));
  if (typeof given['stars'] === 'number') parts.push(t('web.story.stars', { n: given['stars'] }));
  for (const field of ['reached', 'solved', 'satisfied', 'agreed'])
    if (typeof given[field] === 'boolean') parts.push(t(`web.story.${field}.${given[field] ? 'yes' : 'no'}`));
  if (typeof given['percent'] === 'number') parts.push(t('web.story.percent', { percent: given['percent'] }));
  const files = list(given['files']).length;
  if (files) parts.push(t('web.story.files', { n: files }));
  return parts.join(t('web.story.comma'));
}

/** Of an item of a list: whether an edition has it no more, or has it again; of what was taken over, what that says. */
function suffixOf({ dropped, stands }: StoryAct['given']): string {
  if (typeof dropped === 'boolean') return dropped ? '.dropped' : '.back';
  return typeof stands === 'string' ? `.${stands}` : '';
}

/** What a correction put right: `更正文字、领域`. */
function correctedText(t: Translate, given: StoryAct['given']): string {
  const what = ['text', 'area', 'aim', 'amount', 'weight', 'confidential', 'hide'].filter(
    (field) => given[field] !== undefined,
  );
  return t('story.corrected', { what: what.map((field) => t(`story.corrected.${field}`)) });
}

/** Who did it, as the story names them: by the unit that they acted for or sit in, else by their title. */
export function doerText(
  t: Translate,
  act: Pick<StoryAct, 'who' | 'unit' | 'office' | 'title' | 'originator' | 'joinedFrom'>,
  unitName: (id: string) => string,
): string {
  const from = act.unit ?? act.office;
  if (act.originator && act.joinedFrom) return t('web.story.originator.joined', { number: act.joinedFrom });
  if (act.originator) return t('web.story.originator');
  return act.who ? `${from ? unitName(from) : act.title} ${act.who}` : t('web.story.system');
}

/** Words that a person gave with an act, and the field they stand in. */
export type Said = { field: string; text: string };

const WORDS = [
  'title',
  'result',
  'text',
  'reason',
  'told',
  'withoutCo',
  'unreached',
  'early',
  'unwatched',
  'note',
  'caption',
];

/**
 * All the words that the person gave with the act, the main ones first: a result, a text, the reasons. Of a correction only
 * why: what it says now stands beside what it said before.
 */
export const wordsOf = ({ kind, given }: Pick<StoryAct, 'kind' | 'given'>): Said[] =>
  (kind === 'correct' || kind === 'revise' ? ['reason'] : WORDS).flatMap((field) => {
    const said = text(given[field]);
    return said ? [{ field, text: said }] : [];
  });
