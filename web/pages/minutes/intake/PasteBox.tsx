import type { FormEvent } from 'react';
import { lettersIn } from '../../../../src/intake/minutes/coverage.rules.ts';
import { useDraft } from '../../../acts/useDraft.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import style from './Intake.module.css';

/** Minutes as pasted text; kept on this machine for the seat until they have been read. */
export function PasteBox({ busy, take }: { busy: boolean; take: (text: string, taken: () => void) => Promise<void> }) {
  const t = useT();
  const draft = useDraft(`${useSession().caller.seat}.minutes.paste`, { text: '' });
  const text = String(draft.typed['text']);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await take(text, draft.clear);
  };
  return (
    <form className={style['paste']} onSubmit={(event) => void submit(event)}>
      <label htmlFor="paste">{t('documents.minutes.paste')}</label>
      <textarea
        id="paste"
        rows={6}
        value={text}
        placeholder={t('documents.minutes.paste.hint')}
        onChange={(event) => draft.type('text', event.target.value)}
      />
      <div className={style['send']}>
        <Button type="primary" htmlType="submit" disabled={busy || !text.trim()}>
          {t('documents.minutes.read-text')}
        </Button>
        {text && <span className="faint">{t('documents.letters', { n: lettersIn(text) })}</span>}
      </div>
    </form>
  );
}
