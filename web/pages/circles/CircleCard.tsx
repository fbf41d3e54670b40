import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { CircleList } from '../../../src/matters/circles/circles.contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { RegisterForm } from '../admin/form/RegisterForm.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';
import style from './Circles.module.css';
import { NameForm } from './NameForm.tsx';

type Circle = CircleList['rows'][number];

/** The seats named for one mechanism: which hold, and what this seat may change. */
export function CircleCard({ circle }: { circle: Circle }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const { mechanism, title, seats, opened, mayName } = circle;
  const close = () => setOpen(null);
  const lapsed = seats.some(({ holds }) => !holds);
  const held = seats.filter(({ holds }) => holds).length;
  const name = t(opened ? 'circles.name' : 'circles.open');
  return (
    <section className={style['card']} aria-label={title[language]}>
      <h2>{title[language]}</h2>
      {!opened && <p className="quiet">{t('circles.nobody')}</p>}
      {seats.length > 0 && (
        <ul className={style['seats']}>
          {seats.map((one) => (
            <Named
              key={one.seat}
              circle={circle}
              one={one}
              open={open === one.seat}
              onOpen={() => setOpen(one.seat)}
              onClose={close}
            />
          ))}
        </ul>
      )}
      {lapsed && <p className="quiet">{t('circles.lapsed.why')}</p>}
      {held === 1 && opened && mayName && <p className="quiet">{t('circles.one')}</p>}
      {open !== 'name' && (
        <div className={style['acts']}>
          {mayName && <Button onClick={() => setOpen('name')}>{name}</Button>}
          {circle.own && (
            <Link to="/matters/new" search={{ mechanism }}>
              {t('circles.register', { name: title[language] })}
            </Link>
          )}
        </div>
      )}
      {mayName && open === 'name' && <NameForm mechanism={mechanism} title={name} opened={opened} onDone={close} />}
      {!mayName && <p className="faint">{t('circles.not-yours')}</p>}
    </section>
  );
}

type NamedProps = {
  circle: Circle;
  one: Circle['seats'][number];
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
};

function Named({ circle: { mechanism, mayName, own, seats }, one, open, onOpen, onClose }: NamedProps) {
  const { t } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const doing = useRegisterAct(`/api/circles/${mechanism}/acts`, t('circles.unnamed'), onClose);
  const { seat, name, title, unit, since, holds } = one;
  const who = [unit && unitName(unit), title, name].filter(Boolean).join(' ') || t('circles.empty-seat');
  // The last who holds and oneself are let go by nobody here; the sentence below the list says so.
  const may = mayName && seat !== own && (!holds || seats.some((other) => other.holds && other.seat !== seat));
  return (
    <li className={style['seat']}>
      <div className={style['line']}>
        <span>
          {who}
          {seat === own && ` · ${t('circles.own')}`}
        </span>
        <span className="quiet">{t('circles.since', { on: day(cityDay(since)) })}</span>
        {!holds && <span className={style['lapsed']}>{t('circles.lapsed')}</span>}
        {may && !open && (
          <Button size="small" onClick={onOpen} aria-label={`${t('circles.unname')}：${who}`}>
            {t('circles.unname')}
          </Button>
        )}
      </div>
      {open && (
        <RegisterForm
          kind="unname-seat"
          title={t('circles.unname.title', { who })}
          act={t('circles.unname')}
          lead={t('circles.unname.lead')}
          doing={doing}
          danger
          onCancel={onClose}
          onSend={() => doing.mutate({ kind: 'unname-seat', given: { seat } })}
        />
      )}
    </li>
  );
}
