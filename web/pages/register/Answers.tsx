import { wholeMoney } from '../../format/money.ts';
import { useFormat } from '../../format/useFormat.ts';
import type { TakenFile } from '../../acts/given.ts';
import type { Typed } from '../../acts/useDraft.ts';
import type { Measure } from '../../../src/kernel/contract.ts';
import type { Registrable } from '../../../src/matters/contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useCategories } from '../../schemes/useCategories.ts';
import { isDay } from '../../days/typedDay.ts';
import { roundTitle } from '../round/roundTitle.ts';
import { useUnits } from '../../units/useUnits.ts';
import type { ChosenEnterprise } from './typedEnterprise.ts';
import { fenOf } from '../../acts/parties/fen.ts';
import { partiesFrom } from '../../acts/parties/given.ts';
import { measureText } from '../../works/measureText.ts';
import { promisesIn } from '../../works/promises.ts';
import { raiserOf } from './onBehalf.ts';
import type { Question } from './questions.ts';
import style from './Register.module.css';
import { useLatestRounds } from './useLatestRounds.ts';
import { useQuestionWords } from './useQuestionWords.ts';

type Props = {
  questions: readonly Question[];
  main: number;
  chosen: Registrable;
  typed: Typed;
  change: (at: number) => void;
};

/** All answers before they go out, each with the way to its question; those after the `main` ones are folded. */
export function Answers({ questions, main, chosen, typed, change }: Props) {
  const { t, language } = useLanguage();
  const categories = useCategories(chosen.scheme ?? '');
  const words = useQuestionWords();
  const { unitName } = useUnits();
  const { day } = useFormat();
  const rounds = useLatestRounds();
  const said = ({ name, kind }: Question): string => {
    const value = typed[name];
    if (kind === 'flag') return t(value === true ? 'web.register.yes' : 'web.register.no');
    if (kind === 'parties') return (partiesFrom(value) ?? []).map((party) => party.name).join(t('documents.comma'));
    if (kind === 'targets')
      return promisesIn(value)
        .map(({ quantity, in: unit }) => measureText(t, language, quantity, unit as Measure))
        .join(t('documents.comma'));
    if (Array.isArray(value))
      return (kind === 'files' ? (value as TakenFile[]).map((file) => file.name) : value.map(unitName)).join(
        t('documents.comma'),
      );
    if (kind === 'enterprise') {
      const { name = '', code = '', typed: neither } = (value ?? {}) as Partial<ChosenEnterprise>;
      return name || code || (neither ?? '');
    }
    if (kind === 'raiser') return t(`web.register.raiser.${raiserOf(typed)}`);
    if (kind === 'mechanism') return chosen.name[language];
    if (kind === 'yesno') return typeof value === 'boolean' ? t(value ? 'web.register.yes' : 'web.register.no') : '';
    if (kind === 'point') return value ? t('web.register.yes') : '';
    const fen = kind === 'yuan' ? fenOf(value) : undefined;
    if (fen !== undefined) return wholeMoney(t, fen);
    if (typeof value !== 'string') return '';
    if (kind === 'channel') return chosen.channels[value]?.[language] ?? '';
    if (kind === 'category') return categories.find((one) => one.value === value)?.label ?? value;
    if (kind === 'unit') return unitName(value);
    const round = kind === 'round' && rounds.find((one) => one.id === value);
    if (round) return roundTitle(t, round);
    return kind === 'day' && isDay(value) ? day(value) : value;
  };
  const line = (question: Question, at: number) => {
    const { label } = words(question.name, chosen.originators);
    return (
      <div key={question.name}>
        <dt>{label}</dt>
        <dd>{said(question) || <span className="faint">{t('web.register.check.none')}</span>}</dd>
        <dd className={style['change']}>
          <button
            type="button"
            aria-label={t('web.register.check.change.of', { field: label })}
            onClick={() => change(at)}
          >
            {t('web.register.check.change')}
          </button>
        </dd>
      </div>
    );
  };
  const rare = questions.slice(main);
  return (
    <div className={style['answers']}>
      <dl>{questions.slice(0, main).map(line)}</dl>
      {rare.length > 0 && (
        <details>
          <summary>{t('web.register.more.of', { n: rare.length })}</summary>
          <dl>{rare.map((question, n) => line(question, main + n))}</dl>
        </details>
      )}
    </div>
  );
}
