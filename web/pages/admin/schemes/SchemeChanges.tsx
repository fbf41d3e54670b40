import type { SchemeChange } from '../../../../src/directory/schemes/changes.rules.ts';
import type { Category } from '../../../../src/directory/schemes/scheme.contract.ts';
import { wayTo } from '../../../../src/directory/schemes/scheme.rules.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './Scheme.module.css';

/** So many differences of a kind are told; of a whole tree that was read in, more would tell less. */
const MOST = 20;
const KINDS = ['added', 'renamed', 'moved', 'retired', 'restored', 'reordered'] as const;

type Props = {
  changes: readonly SchemeChange[];
  before: ReadonlyMap<string, Category>;
  after: ReadonlyMap<string, Category>;
};

/** The differences of two versions in words, by kind, each with where it stands. */
export function SchemeChanges({ changes, before, after }: Props) {
  const { t, language } = useLanguage();
  const way = (tree: ReadonlyMap<string, Category>, code: string | null): string =>
    code === null
      ? t('admin.category.top')
      : wayTo(tree, code)
          .map((one) => (language === 'en' && one.en) || one.zh || t('admin.category.nameless'))
          .join(' / ');
  const told = (change: SchemeChange): string => {
    if (change.kind === 'reordered') return way(after, change.below);
    const { code } = change.is;
    if (change.kind === 'moved') return `${way(before, code)} → ${way(after, code)}`;
    if (change.kind !== 'renamed') return way(after, code);
    const { was, is } = change;
    const [old, now] = was.zh === is.zh ? [was.en ?? '—', is.en ?? '—'] : [was.zh, is.zh];
    return `${way(after, code)}${t('admin.scheme.was', { old, now })}`;
  };
  return (
    <dl className={style['changes']}>
      {KINDS.map((kind) => {
        const all = changes.filter((one) => one.kind === kind);
        if (all.length === 0) return null;
        return (
          <div key={kind}>
            <dt>
              {t(`admin.scheme.change.${kind}`)} <span className="faint">{all.length}</span>
            </dt>
            <dd>
              <ul>
                {all.slice(0, MOST).map((change) => (
                  <li key={change.kind === 'reordered' ? `${change.below}` : change.is.code}>{told(change)}</li>
                ))}
                {all.length > MOST && <li className="quiet">{t('admin.scheme.more', { n: all.length - MOST })}</li>}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
