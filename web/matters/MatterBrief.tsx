import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MatterRow } from '../../src/matters/contract.ts';
import { MatterSlip } from '../slips/MatterSlip.tsx';
import { useLeadText } from './useLeadText.ts';
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
  const leadText = useLeadText();
  return (
    <div className={style['brief']}>
      <Link to="/matters/$id" params={{ id: matter.id }} {...(apart ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {matter.text}
      </Link>
      <p>
        <span>{matter.number}</span>
        <span>{leadText(matter)}</span>
        <MatterSlip row={matter} />
        {children}
      </p>
    </div>
  );
}
