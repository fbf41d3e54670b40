import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MatterRow } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { MatterSlip } from '../slips/MatterSlip.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './MatterBrief.module.css';

type Props = {
  matter: MatterRow;
  /** In a tab of its own, where something is being written here. */
  apart?: boolean;
  /** What else is to be known of it. */
  children?: ReactNode;
};

/** A matter in two lines: its words, and what tells it apart; nothing is done to it from here. */
export function MatterBrief({ matter, apart = false, children }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <div className={style['brief']}>
      <Link to="/matters/$id" params={{ id: matter.id }} {...(apart ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {matter.text}
      </Link>
      <p>
        <span>{matter.number}</span>
        <span>{matter.lead ? t('web.lead.of', { unit: unitName(matter.lead) }) : t('web.lead.none')}</span>
        <MatterSlip row={matter} />
        {children}
      </p>
    </div>
  );
}
