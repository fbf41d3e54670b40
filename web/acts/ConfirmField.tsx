import { Fragment, useId } from 'react';
import { firmsLeft } from '../../src/matters/answers/firms-left.rules.ts';
import { leftIn, marksIn, type ForPublic } from '../../src/matters/answers/personal-left.rules.ts';
import { useT } from '../i18n/language.tsx';
import style from './Field.module.css';

type Props = {
  label: string;
  hint?: string | undefined;
  /** What goes out, empty as well. */
  texts: ForPublic;
  confirmed: readonly string[];
  /** What the server found besides: it knows what is hidden elsewhere in the matter. */
  known: readonly string[];
  onConfirm: (parts: string[]) => void;
};

/** What in these texts may tell who somebody is, each to be taken out there or confirmed here; it follows what is typed. */
export function ConfirmField({ label, hint, texts, confirmed, known, onConfirm }: Props) {
  const t = useT();
  const id = useId();
  const left = leftIn(texts, known);
  const written = [texts.question, texts.answer];
  const marks = marksIn(written);
  const firms = [...new Set(written.flatMap(firmsLeft))].filter(
    (firm) => !left.some(({ text }) => firm.includes(text)),
  );
  const pointed = (
    <>
      {marks.length > 0 && <Pointed says={t('web.left.marks')} parts={marks} />}
      {firms.length > 0 && <Pointed says={t('web.left.firms')} parts={firms} />}
    </>
  );
  if (left.length === 0) {
    // Of words that are not there yet nothing was found, and nothing is clean.
    return (
      <>
        {pointed}
        {firms.length === 0 && (
          <p className="quiet">
            {t(written.every((text) => text.trim() !== '') ? 'web.left.none' : 'web.left.unwritten')}
          </p>
        )}
      </>
    );
  }
  const tick = (part: string, yes: boolean) => {
    const others = confirmed.filter((one) => one !== part && left.some(({ text }) => text === one));
    onConfirm(yes ? [...others, part] : others);
  };
  return (
    <>
      {pointed}
      <fieldset className={style['confirm']} aria-describedby={hint ? id : undefined}>
        <legend>{label}</legend>
        {hint && (
          <p id={id} className="quiet">
            {hint}
          </p>
        )}
        {left.map(({ text: part, what }) => (
          <label key={part} className={style['check']}>
            <input
              type="checkbox"
              checked={confirmed.includes(part)}
              onChange={(event) => tick(part, event.target.checked)}
            />
            {t(`web.left.${what}`)} <mark>{part}</mark>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** What is to be written otherwise and has no tick, and where: each word that was meant. */
const Pointed = ({ says, parts }: { says: string; parts: readonly string[] }) => (
  <div className={style['pointed']}>
    <p>{says}</p>
    <p>
      {parts.map((part) => (
        <Fragment key={part}>
          <mark>{part}</mark>{' '}
        </Fragment>
      ))}
    </p>
  </div>
);
