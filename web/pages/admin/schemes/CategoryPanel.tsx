import type { KeyboardEvent } from 'react';
import field from '../../../acts/Field.module.css';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import { CategoryPlace } from './CategoryPlace.tsx';
import scheme from './Scheme.module.css';
import type { SchemeEdit, TreeAct } from './useSchemeEdit.ts';

/** The category that is chosen: what it is called, where it stands, and what may be done to it. */
export function CategoryPanel({ edit, faults }: { edit: SchemeEdit; faults: readonly string[] }) {
  const { t, language } = useLanguage();
  const { one, byCode, before } = edit;
  if (!one)
    return (
      <div className={style['section']}>
        <p className="quiet">{t(byCode.size ? 'admin.category.choose' : 'admin.scheme.empty')}</p>
        <div className={style['acts']}>
          <Button onClick={() => edit.act('beside')}>{t('admin.category.first')}</Button>
        </div>
      </div>
    );
  const fresh = !before.has(one.code);
  const way = wayTo(byCode, one.code).slice(0, -1);
  const acts: TreeAct[] = [...(one.retired ? [] : (['beside', 'below'] as const)), 'up', 'down', edit.leaving(one)];
  /** Done with the words, the person is back in the tree and may add the next. */
  const back = (event: KeyboardEvent) => {
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
    event.preventDefault();
    edit.choose(one.code);
  };
  return (
    <section className={style['section']} data-category={one.code} aria-labelledby="category">
      <button type="button" className={scheme['back']} onClick={() => edit.choose(null)}>
        ← {t('admin.scheme.back')}
      </button>
      {way.length > 0 && (
        <p className="faint">{way.map((above) => (language === 'en' && above.en) || above.zh).join(' / ')}</p>
      )}
      <h2 id="category">{(language === 'en' && one.en) || one.zh || t('admin.category.nameless')}</h2>
      {faults.map((fault) => (
        <p key={fault} className={field['fault']}>
          {fault}
        </p>
      ))}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are heard for the fields within */}
      <div className={scheme['fields']} onKeyDown={back}>
        <FieldRow label={t('admin.category.zh')} must>
          {({ id }) => (
            <input
              id={id}
              className={field['input']}
              value={one.zh}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => edit.change({ zh: event.target.value })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('admin.category.en')} hint={t('admin.category.en.hint')}>
          {({ id, describedBy }) => (
            <input
              id={id}
              className={field['input']}
              aria-describedby={describedBy}
              value={one.en ?? ''}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => edit.change({ en: event.target.value || null })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('admin.category.code')} hint={t(`admin.category.code.${fresh ? 'hint' : 'kept'}`)}>
          {({ id, describedBy }) => (
            <input
              key={one.code}
              id={id}
              className={field['input']}
              aria-describedby={describedBy}
              defaultValue={one.code}
              readOnly={!fresh}
              maxLength={32}
              autoComplete="off"
              // A code that is half typed may be another's for a moment, so it counts when the field is left.
              onBlur={(event) => {
                const code = event.target.value.trim();
                if (code && code !== one.code && !byCode.has(code)) edit.change({ code });
                else event.target.value = one.code;
              }}
            />
          )}
        </FieldRow>
      </div>
      <CategoryPlace edit={edit} />
      <div className={style['acts']}>
        {acts.map((act) => (
          <Button key={act} onClick={() => edit.act(act)}>
            {t(`admin.category.${act}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
