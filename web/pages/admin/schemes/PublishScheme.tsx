import { useNavigate } from '@tanstack/react-router';
import type { SchemeChange } from '../../../../src/directory/schemes/changes.rules.ts';
import type { Scheme, SchemeName } from '../../../../src/directory/schemes/scheme.contract.ts';
import type { SchemeFault } from '../../../../src/directory/schemes/scheme.rules.ts';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { inOrder, type Tree } from './edit.ts';
import scheme from './Scheme.module.css';
import { SchemeChanges } from './SchemeChanges.tsx';
import type { SchemeEdit } from './useSchemeEdit.ts';

type Props = {
  inForce: Scheme | null;
  draft: { key: string; name: SchemeName; tree: Tree };
  faults: readonly SchemeFault[];
  changes: readonly SchemeChange[];
  edit: SchemeEdit;
  onUndo: () => void;
  onDone: () => void;
};

/** What would be published: what is wrong with it, how it differs from the version in force, and the act itself. */
export function PublishScheme({ inForce, draft: { key, name, tree }, faults, changes, edit, onUndo, onDone }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const publishing = useRegisterAct('/api/schemes', t('admin.scheme.published', { name: name.zh }), () => {
    onDone();
    if (!inForce) void navigate({ to: '/admin/schemes/$key', params: { key } });
  });
  const renamed = inForce !== null && (name.zh !== inForce.name.zh || name.en !== inForce.name.en);
  const differs = renamed || changes.length > 0;
  const complete = key !== '' && name.zh !== '' && name.en !== '';
  const version = inForce?.version ?? 0;
  return (
    <section className={style['section']} aria-labelledby="differences">
      <h2 id="differences">{t(inForce ? 'admin.mechanism.differences' : 'admin.scheme.first')}</h2>
      {faults.length > 0 && tree.length > 0 && (
        <div className={scheme['faults']}>
          <output>{t('admin.scheme.faults', { n: faults.length })}</output>
          <ol>
            {faults.slice(0, MOST_FAULTS).map(({ at, code, params }, n) => (
              <li key={n}>
                <button type="button" disabled={at === null} onClick={() => edit.choose(tree[at ?? -1]!.code, 'name')}>
                  {t(code, params)}
                </button>
              </li>
            ))}
          </ol>
        </div>
      )}
      {!differs && <p className="quiet">{t('admin.mechanism.unchanged')}</p>}
      {renamed && <p>{t('admin.scheme.renamed', { zh: name.zh, en: name.en })}</p>}
      {inForce ? (
        <SchemeChanges changes={changes} before={edit.before} after={edit.byCode} />
      ) : (
        <p className="quiet">{t('admin.scheme.count', { n: tree.filter(({ retired }) => !retired).length })}</p>
      )}
      {publishing.error && <Fault error={publishing.error} />}
      <div className={style['acts']}>
        <Button
          type="primary"
          disabled={!differs || !complete || faults.length > 0}
          loading={publishing.isPending}
          onClick={() => publishing.mutate({ key, name, categories: inOrder(tree), seen: version })}
        >
          {t('admin.mechanism.publish', { version: version + 1 })}
        </Button>
        {differs && <Button onClick={onUndo}>{t(inForce ? 'admin.mechanism.undo' : 'admin.scheme.clear')}</Button>}
        {differs && (
          <span className="faint">{t(complete ? 'admin.scheme.publish.lead' : 'admin.scheme.incomplete')}</span>
        )}
        <ActHelp kind="publish-scheme" />
      </div>
    </section>
  );
}

const MOST_FAULTS = 30;
