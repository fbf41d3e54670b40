import { useState } from 'react';
import type { Located } from '../../../src/directory/contract.ts';
import { PlaceMap } from '../PlaceMap.tsx';
import { useWords } from '../words.tsx';

/** Where a station is and how it is called: the number to be pressed, the map for whoever opens it. */
export function StationPlace({ located: { address, phone, point } }: { located: Located }) {
  const { t } = useWords();
  const [seen, setSeen] = useState(false);
  return (
    <>
      {address && <p>{t('appeal.duties.address', { address })}</p>}
      {phone && (
        <p>
          {t('appeal.duties.call')}
          <a href={`tel:${dialled(phone)}`}>{phone}</a>
        </p>
      )}
      {point && (
        <details onToggle={({ currentTarget }) => currentTarget.open && setSeen(true)}>
          <summary>{t('appeal.duties.map')}</summary>
          {seen && <PlaceMap at={point} />}
        </details>
      )}
    </>
  );
}

/** The number as it is dialled: an extension is asked for by whoever answers. */
const dialled = (phone: string): string => phone.replace(/转.*$/u, '').replace(/[^\d+]/gu, '');
