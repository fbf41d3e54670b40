import { useState } from 'react';
import { DayField } from '../../../days/DayField.tsx';
import { isDay } from '../../../days/typedDay.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import type { Patch } from '../review/review.ts';
import { UnitSelect } from './UnitSelect.tsx';
import style from './AreaBulk.module.css';

type Props = { area: string | null; apply: (patch: Patch, gaps: boolean) => void };

/** Units, a day or a name for all tasks of an area: only where nothing stands, or for all of them. */
export function AreaBulk({ area, apply }: Props) {
  const t = useT();
  const [lead, setLead] = useState<string | null>(null);
  const [co, setCo] = useState<string[]>([]);
  const [due, setDue] = useState('');
  const [name, setName] = useState(area ?? '');
  const patch: Patch = { ...(lead ? { lead } : {}), ...(co.length > 0 ? { co } : {}), ...(due ? { due } : {}) };
  const renamed = name.trim() !== (area ?? '');
  const nothing = Object.keys(patch).length === 0;
  const unread = due !== '' && !isDay(due);
  return (
    <div className={style['bulk']}>
      <div className={style['fields']}>
        <label>
          {t('documents.area')}
          <input type="text" maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <div>
          {t('documents.due')}
          <DayField ahead label={t('documents.due')} value={due} onChange={setDue} onUnreadable={setDue} />
        </div>
        <div>
          {t('documents.lead')}
          <UnitSelect label={t('documents.lead')} value={lead} onChange={setLead} />
        </div>
        <div>
          {t('documents.co')}
          <UnitSelect many label={t('documents.co')} value={co} onChange={setCo} />
        </div>
      </div>
      <div className={style['acts']}>
        <Button type="primary" disabled={nothing || unread} onClick={() => apply(patch, true)}>
          {t('documents.area.fill')}
        </Button>
        <Button
          disabled={(nothing && !renamed) || unread}
          onClick={() => apply({ ...patch, ...(renamed ? { area: name.trim() || null } : {}) }, false)}
        >
          {t('documents.area.all')}
        </Button>
      </div>
    </div>
  );
}
