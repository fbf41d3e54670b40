import type { KeyboardEvent } from 'react';
import { Icon } from '../../../frame/Icon.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import type { Row } from './rows.ts';
import style from './Scheme.module.css';
import type { SchemeEdit } from './useSchemeEdit.ts';

type Props = {
  row: Row;
  chosen: boolean;
  /** The one row that the tabulator reaches. */
  reached: boolean;
  /** It is not in the version in force. */
  fresh: boolean;
  faulty: boolean;
  edit: SchemeEdit;
  onKey: (event: KeyboardEvent) => void;
};

/** One category in its place; a click chooses it, one on its arrow unfolds what is below. */
export function CategoryRow({
  row: { category, level, place, of, open },
  chosen,
  reached,
  fresh,
  faulty,
  edit,
  onKey,
}: Props) {
  const { t, language } = useLanguage();
  const { code, zh, en, retired } = category;
  const name = (language === 'en' && en) || zh;
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-expanded={open ?? undefined}
      aria-selected={chosen}
      tabIndex={reached ? 0 : -1}
      data-code={code}
      data-retired={retired}
      className={style['row']}
      style={{ paddingLeft: 8 + (level - 1) * 18 }}
      onClick={() => edit.choose(code)}
      onKeyDown={onKey}
    >
      <span
        className={style['arrow']}
        data-open={open ?? undefined}
        aria-hidden="true"
        onClick={(event) => {
          if (open === null) return;
          event.stopPropagation();
          edit.fold(code, !open);
        }}
      >
        {open !== null && <Icon name="forward" size={14} />}
      </span>
      <span className={style['name']}>{name || t('admin.category.nameless')}</span>
      <span className={style['code']}>{code}</span>
      {fresh && <span className={style['fresh']}>{t('admin.category.fresh')}</span>}
      {retired && <span className={style['code']}>{t('admin.category.retired')}</span>}
      {faulty && <span className={style['faulty']}>{t('admin.category.faulty')}</span>}
    </li>
  );
}
