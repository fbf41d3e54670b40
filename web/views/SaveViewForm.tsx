import { useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { SavedView, Sharing, ViewSearch } from '../../src/views/contract.ts';
import { VIEW_NAME_MOST } from '../../src/views/view.rules.ts';
import { uuidv7 } from '../act-id.ts';
import { Button } from '../frame/Button.tsx';
import { announce } from '../frame/announce.ts';
import { useT } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';
import style from './SaveViewForm.module.css';
import { useViewChange } from './views.ts';

type Props = { search: ViewSearch; view: SavedView | undefined; onSaved: () => void };

/** Gives what the list shows now a name. One's own view that the list began with is changed; else a new one is made. */
export function SaveViewForm({ search, view, onSaved }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const { caller } = useSession();
  const own = view?.own ? view : undefined;
  const [name, setName] = useState(own?.name ?? '');
  const [shared, setShared] = useState<Sharing>(own?.shared ?? 'own');
  const count = useId();
  const { length } = name.trim();
  const tooLong = length > VIEW_NAME_MOST;
  const sound = length > 0 && !tooLong;
  const [fresh] = useState(() => uuidv7());
  const change = useViewChange();
  const sharings: Sharing[] = [
    'own',
    ...(caller.unit ? (['unit'] as const) : []),
    ...(caller.role === 'supervisor' || caller.role === 'administrator' ? (['city'] as const) : []),
  ];
  const save = (id: string) =>
    change.mutate(
      { do: 'save', id, view: { name: name.trim(), search, shared } },
      {
        onSuccess: () => {
          announce(t('views.saved', { name: name.trim() }));
          onSaved();
          void navigate({ to: '/ledger', search: { ...search, view: id }, replace: true });
        },
      },
    );
  return (
    <form
      className={style['form']}
      aria-label={t('views.save')}
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) save(own?.id ?? fresh);
      }}
    >
      <label className={style['name']}>
        <span className="faint">{t('views.name')}</span>
        <input
          value={name}
          required
          aria-invalid={tooLong}
          aria-describedby={count}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <p id={count} className={style['count']} data-over={tooLong} role={tooLong ? 'alert' : undefined}>
        {t(tooLong ? 'views.name.over' : 'views.name.count', { n: length, most: VIEW_NAME_MOST })}
      </p>
      {sharings.length > 1 && (
        <fieldset>
          <legend className="faint">{t('views.shared')}</legend>
          {sharings.map((one) => (
            <label key={one}>
              <input type="radio" name="shared" checked={shared === one} onChange={() => setShared(one)} />
              {t(`views.shared.${one}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!sound}>
          {t(own ? 'views.update' : 'views.save')}
        </Button>
        {own && (
          <Button disabled={!sound || change.isPending} onClick={() => save(fresh)}>
            {t('views.save.another')}
          </Button>
        )}
      </div>
    </form>
  );
}
