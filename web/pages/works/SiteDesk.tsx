import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import type { Waiting } from '../../outbox/store.ts';
import { Gates } from '../../works/Gates.tsx';
import { Target } from '../../works/Target.tsx';
import works from '../../works/Works.module.css';
import { SiteForm } from './SiteForm.tsx';
import style from './Works.module.css';

type Props = {
  row: WorkRow;
  mending: Waiting | null;
  waiting: readonly Waiting[];
  onClose: () => void;
  onKept: () => void;
};

/** One site: what is promised, what was inspected, and the form of whoever stands there. */
export function SiteDesk({ row, mending, waiting, onClose, onKept }: Props) {
  const { t, language } = useLanguage();
  const [kind, setKind] = useState<'measure' | 'inspect' | null>(mending?.kind ?? null);
  const halted = row.gates.filter(({ last }) => last?.halted);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    head.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className={style['site']} aria-labelledby="site">
      <h2 id="site" ref={head} tabIndex={-1}>
        {row.text}
      </h2>
      <p className="quiet">
        <Link to="/matters/$id" params={{ id: row.id }}>
          {row.number}
        </Link>{' '}
        {[
          row.area,
          row.stage[language],
          row.place?.text,
          // A row that was kept on a phone before there was this number says nothing of it.
          row.open ? t('works.open', { n: row.open }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {halted.length > 0 && (
        <p className={works['halted']}>{t('works.halted', { gates: halted.map(({ name }) => name[language]) })}</p>
      )}
      {kind ? (
        <SiteForm
          key={kind}
          row={row}
          kind={kind}
          mending={mending}
          waiting={waiting}
          onKept={() => {
            setKind(null);
            onKept();
          }}
          onCancel={() => setKind(null)}
        />
      ) : (
        <div className={style['acts']}>
          {(['measure', 'inspect'] as const).map(
            (one) =>
              row.may[one] && (
                <Button key={one} type={one === 'measure' ? 'primary' : 'default'} onClick={() => setKind(one)}>
                  {t(`matter.act.${one}`)}
                </Button>
              ),
          )}
          <Button onClick={onClose}>{t('works.back')}</Button>
        </div>
      )}
      <div className={works['targets']}>
        {row.targets.rows.map((target) => (
          <Target key={target.target} target={target} />
        ))}
        {row.gates.length > 0 && <Gates gates={row.gates} />}
      </div>
    </section>
  );
}
