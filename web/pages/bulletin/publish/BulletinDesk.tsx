import { useRef, useState } from 'react';
import type { BulletinRef, BulletinView } from '../../../../src/bulletins/contract.ts';
import { mayPublish } from '../../../../src/bulletins/publish-access.rules.ts';
import { Button } from '../../../frame/Button.tsx';
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
  // An open question stays the one that was asked, whatever others publish meanwhile: no button turns into another act as it
  // is pressed. The server refuses it then, and what is asked from there on is what is true.
  const [asked, setAsked] = useState<{ before: BulletinRef | undefined } | null>(null);
  const replaced = asked ? asked.before : before;
  const body = { id, round, ...text, ...(replaced ? { supersedes: replaced.id } : {}) };
  const publish = usePublish(body, { done, refused: () => setAsked(null) });
  const may = mayPublish(caller.role);
  const ask = () => {
    setAsked({ before });
    dialog.current?.showModal();
  };
  const question = actOf(replaced);
  return (
    <Page
      title={t('documents.preview.title', { number: view.roundNumber })}
      lead={t('documents.preview.lead')}
      actions={
        <>
          <Button onClick={() => print()}>{t('documents.print')}</Button>
          {may && (
            <Button type={before ? 'default' : 'primary'} disabled={!title.trim()} onClick={ask}>
              {t(actOf(before))}
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
        title={t(`${question}.title`)}
        act={t(`${question}.now`)}
        doing={publish}
      >
        {replaced && <p>{t('documents.correction.publish.what', { number: replaced.number })}</p>}
        <p>{t('documents.publish.what')}</p>
      </ConfirmDialog>
    </Page>
  );
}

const actOf = (before: BulletinRef | undefined) =>
  before ? ('documents.correction.publish' as const) : ('documents.publish' as const);
