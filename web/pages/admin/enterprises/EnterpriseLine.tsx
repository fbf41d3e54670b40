import { useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import type { Enterprise } from '../../../../src/directory/enterprises/enterprise.contract.ts';
import { sectionOf } from '../../../../src/directory/enterprises/industry.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import people from '../people/People.module.css';
import { EnterprisePanel } from './EnterprisePanel.tsx';
import style from './Enterprises.module.css';

/** An enterprise: name, code, what it is; opened, what may be done. */
export function EnterpriseLine({ enterprise }: { enterprise: Enterprise }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { name, code, industry, staff, place, size, closedAt } = enterprise;
  return (
    <li className={people['person']}>
      <div className={style['head']}>
        <span>
          <span className={people['name']}>{name}</span>
          {closedAt && <span className={style['closed']}> {t('admin.enterprise.closed')}</span>}
          <span className={style['code']}>{code}</span>
        </span>
        <span className={style['facts']}>
          <span>{t(`enterprises.size.${size}`)}</span>
          <span>{staff !== null && t('admin.enterprise.people', { n: staff })}</span>
          <span>{industry && t(`enterprises.section.${sectionOf(industry)}`)}</span>
          <span className="quiet">{place}</span>
        </span>
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t('admin.enterprise.manage-of', { name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'admin.fold' : 'admin.enterprise.manage')}
        </Button>
      </div>
      {open && (
        <div className={people['open']}>
          <EnterprisePanel enterprise={enterprise} />
        </div>
      )}
    </li>
  );
}
