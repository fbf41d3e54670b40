import type { ReviewItem } from '../../../../src/intake/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Chip } from './Chip.tsx';

type Props = { item: ReviewItem; change: (due: string | null) => void };

/** The day by which it is due, with the words of the source that say so. */
export function DueChip({ item, change }: Props) {
  const t = useT();
  const { day } = useFormat();
  const printed = item.dueText && t('documents.due.printed', { text: item.dueText });
  return (
    <Chip
      label={t('documents.due')}
      value={item.due ? [day(item.due), printed].filter(Boolean).join(' ') : printed}
      empty={t('documents.due.none')}
      unsure={item.unsure.includes('due')}
    >
      {(close) => (
        <input
          type="date"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it stands where the pressed chip stood
          autoFocus
          aria-label={t('documents.due')}
          value={item.due ?? ''}
          onChange={(event) => change(event.target.value || null)}
          onKeyDown={(event) => event.key === 'Enter' && close()}
          onBlur={close}
        />
      )}
    </Chip>
  );
}
