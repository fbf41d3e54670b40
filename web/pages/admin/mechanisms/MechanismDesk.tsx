import { useDeferredValue, useMemo, useRef } from 'react';
import type { MechanismRow, MechanismSource } from '../../../../src/matters/mechanisms/mechanism.contract.ts';
import { parseMechanism } from '../../../../src/mechanism/parse.rules.ts';
import { useDraft } from '../../../acts/useDraft.ts';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import style from '../Admin.module.css';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { Differences } from './Differences.tsx';
import desk from './MechanismDesk.module.css';
import { MechanismFaults } from './MechanismFaults.tsx';
import { LadderTable } from './picture/LadderTable.tsx';
import { MechanismPicture } from './picture/MechanismPicture.tsx';
import { WayTable } from './picture/WayTable.tsx';
import { goToLine, SourceEditor } from './SourceEditor.tsx';
import { VersionPicker } from './VersionPicker.tsx';

type Props = { row: MechanismRow; inForce: MechanismSource };

/** The text on the left, checked as it is typed; on the right what it makes: its faults, or its picture. */
export function MechanismDesk({ row, inForce }: Props) {
  const t = useT();
  const { seat } = useSession().caller;
  const editor = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`${seat}.mechanism.${row.key}.${inForce.version}`, { source: inForce.source });
  const source = draft.typed['source'] as string;
  const looked = useDeferredValue(source);
  const { mechanism, faults } = useMemo(() => parseMechanism(looked), [looked]);
  const publishing = useRegisterAct<{ version: number }>(
    '/api/mechanisms',
    t('admin.mechanism.published'),
    draft.clear,
  );
  const changed = source !== inForce.source;
  const another = mechanism !== null && mechanism.key !== row.key;
  return (
    <>
      <div className={desk['desk']}>
        <div className={style['section']}>
          <VersionPicker row={row} onTake={(text) => draft.type('source', text)} />
          <SourceEditor
            ref={editor}
            label={t('admin.mechanism.source')}
            value={source}
            faulty={faults.map(({ line }) => line)}
            onType={(text) => draft.type('source', text)}
          />
          {another && <p className="quiet">{t('admin.mechanism.another', { key: mechanism.key })}</p>}
          {publishing.error && <Fault error={publishing.error} />}
          <div className={style['acts']}>
            <Button
              type="primary"
              disabled={!changed || mechanism === null}
              loading={publishing.isPending}
              onClick={() => publishing.mutate({ source, seen: another ? 0 : inForce.version })}
            >
              {t(another ? 'admin.mechanism.publish-new' : 'admin.mechanism.publish', { version: inForce.version + 1 })}
            </Button>
            {changed && (
              <Button onClick={() => draft.type('source', inForce.source)}>{t('admin.mechanism.undo')}</Button>
            )}
            <span className="faint">{t(changed ? 'admin.mechanism.publish.lead' : 'admin.mechanism.unchanged')}</span>
            <ActHelp kind="publish-mechanism" />
          </div>
        </div>
        <div className={style['section']}>
          <MechanismFaults faults={faults} onGo={(line) => goToLine(editor.current, line)} />
          {mechanism && (
            <>
              <MechanismPicture mechanism={mechanism} />
              <WayTable mechanism={mechanism} />
              <LadderTable mechanism={mechanism} />
            </>
          )}
        </div>
      </div>
      {changed && <Differences before={inForce.source} after={looked} />}
    </>
  );
}
