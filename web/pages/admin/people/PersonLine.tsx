import { useState } from 'react';
import type { Person } from '../../../../src/directory/people/people.contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './People.module.css';
import { PersonPanel } from './PersonPanel.tsx';

/** A person: name, login, where they sit; opened, what may be done. */
export function PersonLine({ person }: { person: Person }) {
  const t = useT();
  const { unitName } = useUnits();
  const [open, setOpen] = useState(false);
  return (
    <li className={style['person']}>
      <div className={style['head']}>
        <span>
          <span className={style['name']}>{person.name}</span> <span className="quiet">{person.login}</span>
        </span>
        <span className={style['seats']}>
          {person.seats.map((seat) => (
            <span key={seat.id}>
              {seat.unit ? `${unitName(seat.unit)}·` : ''}
              {seat.title || t(`web.role.${seat.role}`)}
            </span>
          ))}
          {person.seats.length === 0 && <span className="quiet">{t('admin.person.no-seat')}</span>}
          {person.disabledAt && <span className={style['flag']}>{t('admin.person.disabled')}</span>}
          {person.mustChange && !person.disabledAt && (
            <span className="quiet">
              {t(person.hasPassword ? 'admin.person.must-change' : 'admin.person.no-password')}
            </span>
          )}
        </span>
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t('admin.person.manage-of', { name: person.name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'admin.fold' : 'admin.person.manage')}
        </Button>
      </div>
      {open && (
        <div className={style['open']}>
          <PersonPanel person={person} />
        </div>
      )}
    </li>
  );
}
