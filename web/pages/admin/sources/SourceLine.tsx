import { useState } from 'react';
import type { SourceList, SourceRow } from '../../../../src/counter/sources/source.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import enterprises from '../enterprises/Enterprises.module.css';
import people from '../people/People.module.css';
import { SourcePanel } from './SourcePanel.tsx';
import type { GivenToken } from './SourceToken.tsx';

type Props = { source: SourceRow; offers: SourceList['offers']; onToken: (given: GivenToken) => void };

/** A source: its name, under what it registers, how busy it is; opened, what came and what may be done. */
export function SourceLine({ source, offers, onToken }: Props) {
  const { t, language } = useLanguage();
  const { instant } = useFormat();
  const [open, setOpen] = useState(false);
  const { name, mechanism, channel, revokedAt, lastAt, month, refused } = source;
  const offer = offers.find(({ key }) => key === mechanism);
  return (
    <li className={people['person']}>
      <div className={enterprises['head']}>
        <span>
          <span className={people['name']}>{name}</span>
          {revokedAt && (
            <span className={enterprises['closed']}> {t('admin.source.ended', { at: instant(revokedAt) })}</span>
          )}
        </span>
        <span className={people['seats']}>
          <span>{offer?.name[language] ?? mechanism}</span>
          {channel && <span>{offer?.channels[channel]?.[language] ?? channel}</span>}
          <span className="quiet">
            {lastAt ? t('admin.source.busy', { n: month, at: instant(lastAt) }) : t('admin.source.idle')}
          </span>
          {refused > 0 && <span>{t('admin.source.refused.times', { n: refused })}</span>}
        </span>
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t(open ? 'admin.source.fold-of' : 'admin.source.manage-of', { name })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'admin.fold' : 'admin.source.manage')}
        </Button>
      </div>
      {open && (
        <div className={people['open']}>
          <SourcePanel source={source} onToken={onToken} />
        </div>
      )}
    </li>
  );
}
