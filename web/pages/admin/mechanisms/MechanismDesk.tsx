import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef } from 'react';
import type { MechanismRow } from '../../../../src/matters/mechanisms/mechanism.contract.ts';
import { parseMechanism } from '../../../../src/mechanism/parse.rules.ts';
import { actNames } from '../../../../src/mechanism/transitions.rules.ts';
import { useDraft } from '../../../acts/useDraft.ts';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { OwnNames } from '../../../matters/OwnNames.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useSession } from '../../../session/session.ts';
import style from '../Admin.module.css';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import { Differences } from './Differences.tsx';
import desk from './MechanismDesk.module.css';
import { MechanismFaults } from './MechanismFaults.tsx';
import { LadderTable } from './picture/LadderTable.tsx';
import { RecurTable } from './picture/RecurTable.tsx';
import { MechanismPicture } from './picture/MechanismPicture.tsx';
import { WayTable } from './picture/WayTable.tsx';
import { mechanismsQuery } from './mechanism.queries.ts';
import { goToLine, SourceEditor } from './SourceEditor.tsx';
import { TrialPanel } from './trial/TrialPanel.tsx';
import { VersionPicker } from './VersionPicker.tsx';
import { WordList } from './words/WordList.tsx';

type Props = {
  /** Under which what is typed is kept on this machine. */
  draft: string;
  /** The text that it begins with. */
  begin: string;
  /** What it is compared with. */
  before: string;
  /** The mechanism whose next version this is, and its newest one; null where it is begun from a copy. */
  inForce: { row: MechanismRow; version: number } | null;
  /** The mechanism on whose matters it is tried. */
  triedOn: string;
};

/** The text on the left, checked as it is typed; on the right what it makes: its faults, or its picture, and what its words mean. */
export function MechanismDesk({ draft: kept, begin, before, inForce, triedOn }: Props) {
  const { t, find, language } = useLanguage();
  const { seat } = useSession().caller;
  const navigate = useNavigate();
  const editor = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(`${seat}.mechanism.${kept}`, { source: begin });
  const source = draft.typed['source'] as string;
  const looked = useDeferredValue(source);
  const others = useQuery(mechanismsQuery).data;
  const { mechanism, faults, warnings } = useMemo(
    // Of the other language the server knows the words, and says so when it is published.
    () => parseMechanism(looked, (key, of) => (of === language ? (find(key) ?? null) : null), others),
    [looked, language, find, others],
  );
  const another = mechanism !== null && mechanism.key !== inForce?.row.key;
  const publishing = useRegisterAct<{ key: string; version: number }>(
    '/api/mechanisms',
    t('admin.mechanism.published'),
    ({ key }) => {
      draft.clear();
      if (another) void navigate({ to: '/admin/mechanisms/$key', params: { key } });
    },
  );
  const touched = source !== begin;
  const version = inForce?.version ?? 0;
  const state = inForce ? (touched ? 'publish.lead' : 'unchanged') : 'copy.kept';
  return (
    <>
      <div className={desk['desk']}>
        <div className={style['section']}>
          {inForce && <VersionPicker row={inForce.row} onTake={(text) => draft.type('source', text)} />}
          <SourceEditor
            ref={editor}
            label={t('admin.mechanism.source')}
            value={source}
            faulty={faults.map(({ line }) => line)}
            onType={(text) => draft.type('source', text)}
          />
          {inForce && another && <p className="quiet">{t('admin.mechanism.another', { key: mechanism.key })}</p>}
          {publishing.error && <Fault error={publishing.error} />}
          <div className={style['acts']}>
            <Button
              type="primary"
              disabled={(inForce !== null && !touched) || mechanism === null}
              loading={publishing.isPending}
              onClick={() => publishing.mutate({ source, seen: another ? 0 : version })}
            >
              {t(another || !inForce ? 'admin.mechanism.publish-new' : 'admin.mechanism.publish', {
                version: version + 1,
              })}
            </Button>
            {touched && (
              <Button onClick={() => draft.type('source', begin)}>
                {t(inForce ? 'admin.mechanism.undo' : 'admin.mechanism.copy.undo')}
              </Button>
            )}
            <span className="faint">{t(`admin.mechanism.${state}`)}</span>
            <ActHelp kind="publish-mechanism" />
          </div>
        </div>
        <div className={`${style['section']} ${desk['beside']}`}>
          <MechanismFaults faults={faults} warnings={warnings} onGo={(line) => goToLine(editor.current, line)} />
          <WordList />
          {mechanism && (
            <>
              <OwnNames names={actNames(mechanism)}>
                <MechanismPicture mechanism={mechanism} />
                <WayTable mechanism={mechanism} />
              </OwnNames>
              <LadderTable mechanism={mechanism} />
              <RecurTable mechanism={mechanism} />
            </>
          )}
        </div>
      </div>
      <TrialPanel source={source} of={triedOn} fine={mechanism !== null} />
      {source !== before && <Differences isCopy={!inForce} before={before} after={looked} />}
    </>
  );
}
