import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { CompletionSentence } from '../../round/completion/CompletionSentence.tsx';
import { FigureTable } from './FigureTable.tsx';
import style from './Sheet.module.css';

type Props = { before: BulletinView['before']; look: 'chip' | 'plain'; at: string | null };

/** 一、 How last week's assignments went: a sentence, then by area and by unit. */
export function CompletedSection({ before, look, at }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const { unitName } = useUnits(at);
  return (
    <section>
      <h3 className={style['heading']}>{t('documents.bulletin.completed')}</h3>
      {before ? (
        <>
          <p className={style['paragraph']}>
            <CompletionSentence
              look={look}
              intro={t('documents.bulletin.completed.intro', { number: before.number })}
              figures={before.figures}
            />
          </p>
          <FigureTable
            name={t('documents.area')}
            look={look}
            figures={before.figures}
            groups={before.figures.byArea}
            groupName={(key) => key ?? t('documents.area.unnamed')}
          />
          <FigureTable
            name={t('documents.unit')}
            look={look}
            figures={before.figures}
            groups={before.figures.byUnit}
            groupName={(key) => (key ? unitName(key) : t('documents.lead.missing'))}
          />
          <p className={style['as-of']}>
            {t('documents.as-of', { at: instant(before.figures.asOf) })}
            {!before.figures.settled && ` ${t('documents.unsettled')}`}
          </p>
        </>
      ) : (
        <p className={style['paragraph']}>{t('documents.bulletin.first')}</p>
      )}
    </section>
  );
}
