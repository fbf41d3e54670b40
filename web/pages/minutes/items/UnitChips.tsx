import type { ReviewItem } from '../../../../src/intake/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import type { Patch } from '../review/review.ts';
import { Chip } from './Chip.tsx';
import { UnitSelect } from './UnitSelect.tsx';

type Props = { item: ReviewItem; change: (patch: Patch) => void };

/** Who leads and who helps. */
export function UnitChips({ item, change }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <>
      <Chip
        label={t('documents.lead')}
        value={item.lead && unitName(item.lead)}
        empty={t('documents.lead.none')}
        unsure={item.unsure.includes('unit')}
        missing={!item.lead}
      >
        {(close) => (
          <UnitSelect
            open
            label={t('documents.lead')}
            value={item.lead}
            onChange={(lead) => {
              change({ lead });
              close();
            }}
          />
        )}
      </Chip>
      <Chip
        label={t('documents.co')}
        value={item.co.map(unitName).join(t('documents.comma'))}
        empty={t('documents.co.none')}
      >
        {() => <UnitSelect open many label={t('documents.co')} value={item.co} onChange={(co) => change({ co })} />}
      </Chip>
    </>
  );
}
