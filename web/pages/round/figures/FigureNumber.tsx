import { useT } from '../../../i18n/language.tsx';
import { percentOf } from './figure.ts';
import { useFigures, type Shown } from './opened.ts';
import style from './FigureNumber.module.css';

type Props = Shown & { look?: 'chip' | 'plain' };

/** A number that opens the matters it counts. As part of a whole it names both parts: 5/8（62.5%）. Nought opens nothing. */
export function FigureNumber({ look = 'plain', ...shown }: Props) {
  const t = useT();
  const { point, open } = useFigures();
  const { figure, of, group } = shown;
  const percent = of && percentOf(figure.value, of.value);
  const text = of && percent ? t('documents.rate', { part: figure.value, whole: of.value, percent }) : figure.value;
  if (figure.value === 0) return <span className={style['nought']}>{text}</span>;
  return (
    <button
      type="button"
      className={style['number']}
      data-look={look}
      aria-label={t('documents.figure.open', {
        of: group ?? t('documents.figure.whole'),
        name: t(`documents.figure.${figure.key}`),
        text,
      })}
      onClick={() => open(shown)}
      onFocus={() => point(shown)}
      onBlur={() => point(null)}
      onMouseEnter={() => point(shown)}
      onMouseLeave={() => point(null)}
    >
      {text}
    </button>
  );
}
