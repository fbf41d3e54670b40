import { useMemo, type ReactNode } from 'react';
import { schemeChanges } from '../../../../src/directory/schemes/changes.rules.ts';
import type { Scheme } from '../../../../src/directory/schemes/scheme.contract.ts';
import { schemeFaults } from '../../../../src/directory/schemes/scheme.rules.ts';
import { useDraft } from '../../../acts/useDraft.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from '../Admin.module.css';
import { CategoryPanel } from './CategoryPanel.tsx';
import { CategoryTree } from './CategoryTree.tsx';
import { inOrder, type Tree } from './edit.ts';
import { PublishScheme } from './PublishScheme.tsx';
import scheme from './Scheme.module.css';
import { SchemeNames } from './SchemeNames.tsx';
import { SchemeTable } from './SchemeTable.tsx';
import { useSchemeEdit } from './useSchemeEdit.ts';

type Props = {
  /** Null where a scheme is being made. */
  inForce: Scheme | null;
  /** What stands below, given how a tree is taken onto the desk. */
  below?: (take: (tree: Tree) => void) => ReactNode;
};

/** A scheme under work, kept on this machine until it is published: the tree, the category that is chosen, the differences. */
export function SchemeDesk({ inForce, below }: Props) {
  const t = useT();
  const { seat } = useSession().caller;
  const published = inForce?.categories ?? NONE;
  const begin = { key: inForce?.key ?? '', zh: inForce?.name.zh ?? '', en: inForce?.name.en ?? '', tree: published };
  const draft = useDraft(`${seat}.scheme.${begin.key}.${inForce?.version ?? 0}`, begin);
  const { key, zh, en, tree } = draft.typed as typeof begin;
  const take = (next: Tree) => draft.type('tree', next);
  const edit = useSchemeEdit(tree, published, take);
  const faults = useMemo(() => schemeFaults(tree, published), [tree, published]);
  const changes = useMemo(() => schemeChanges(published, inOrder(tree)), [published, tree]);
  const faulty = useMemo(() => new Set(faults.flatMap(({ at }) => tree[at ?? -1]?.code ?? [])), [faults, tree]);
  const here = faults.filter(({ at }) => at !== null && tree[at] === edit.one);
  const names = (
    <>
      <SchemeNames values={{ key, zh, en }} isNew={inForce === null} onType={draft.type} />
      <SchemeTable inForce={inForce} onTake={take} />
    </>
  );
  return (
    <div className={style['panel']}>
      {!inForce && names}
      <div className={scheme['desk']} data-chosen={edit.one !== undefined}>
        <div className={style['section']}>{tree.length > 0 && <CategoryTree edit={edit} faulty={faulty} />}</div>
        <div className={scheme['chosen']}>
          <CategoryPanel edit={edit} faults={here.map(({ code, params }) => t(code, params))} />
        </div>
      </div>
      <PublishScheme
        inForce={inForce}
        draft={{ key: key.trim(), name: { zh: zh.trim(), en: en.trim() }, tree }}
        faults={faults}
        changes={changes}
        edit={edit}
        onUndo={draft.undo}
        onDone={draft.clear}
      />
      {/* In force, the tree is what one comes for; its name and its table are wanted once a year. */}
      {inForce && (
        <section className={style['section']} aria-labelledby="scheme-names">
          <h2 id="scheme-names">{t('admin.scheme.names')}</h2>
          {names}
        </section>
      )}
      {below?.(take)}
    </div>
  );
}

const NONE: Tree = [];
