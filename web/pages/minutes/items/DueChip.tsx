import type { ReviewItem } from '../../../../src/intake/contract.ts';
import { DayField } from '../../../days/DayField.tsx';
import { useCalendar } from '../../../days/useCalendar.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Chip } from './Chip.tsx';

type Props = { item: ReviewItem; change: (due: string | null) => void };

/** The day by which it is due, with the words of the source that say so. */
export function DueChip({ item, change }: Props) {
  const t = useT();
  const { day } = useFormat();
  const resting = useCalendar(item.due ? [item.due] : []).day(item.due ?? '')?.working === false;
  const printed = item.dueText && t('documents.due.printed', { text: item.dueText });
  return (
    <Chip
      label={t('documents.due')}
      value={
        item.due ? [day(item.due), resting && t('web.day.rest.short'), printed].filter(Boolean).join(' ') : printed
      }
      empty={t('documents.due.none')}
      unsure={resting || item.unsure.includes('due')}
    >
      {(close) => (
        <DayField
          ahead
          takesFocus
          label={t('documents.due')}
          value={item.due ?? ''}
          onChange={(due) => change(due || null)}
          onEnter={close}
        />
      )}
    </Chip>
  );
}
