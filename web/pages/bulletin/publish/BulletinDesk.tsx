import { Button } from 'antd';
import { useRef } from 'react';
import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { mayPublish } from '../../../../src/bulletins/publish-access.rules.ts';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { ConfirmDialog } from '../../round/confirm/ConfirmDialog.tsx';
import { BulletinSheet } from '../sheet/BulletinSheet.tsx';
import { Published } from './Published.tsx';
import { usePublish } from './usePublish.ts';
import { useWords } from './useWords.ts';

/** Where a bulletin is written: the sheet with its open words, and the act that freezes it. */
export function BulletinDesk({ view, round }: { view: BulletinView; round: string }) {
  const t = useT();
  const { caller } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const { id, words, write, done } = useWords(view, round);
  const { title, opening, closing } = words;
  const before = view.supersedes;
  const text = { title: title.trim(), opening: opening.trim(), closing: closing.trim() };
  const publish = usePublish({ id, round, ...text, ...(before ? { supersedes: before.id } : {}) }, done);
  const may = mayPublish(caller.role);
  const asks = before ? 'documents.correction.publish' : 'documents.publish';
  return (
    <Page
      title={t('documents.preview.title', { number: view.roundNumber })}
      lead={t('documents.preview.lead')}
      actions={
        <>
          <Button onClick={() => print()}>{t('documents.print')}</Button>
          {may && (
            <Button
              type={before ? 'default' : 'primary'}
              disabled={!title.trim()}
              onClick={() => dialog.current?.showModal()}
            >
              {t(asks)}
            </Button>
          )}
        </>
      }
    >
      {may && before && <Published bulletin={before} how="warns" />}
      <BulletinSheet view={view} words={words} {...(may ? { write } : {})} />
      <ConfirmDialog
        ref={dialog}
        kind="publish-bulletin"
        title={t(`${asks}.title`)}
        act={t(`${asks}.now`)}
        doing={publish}
      >
        {before && <p>{t('documents.correction.publish.what', { number: before.number })}</p>}
        <p>{t('documents.publish.what')}</p>
      </ConfirmDialog>
    </Page>
  );
}
