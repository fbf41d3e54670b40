import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { lettersIn } from '../../../../src/intake/minutes/coverage.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Intake.module.css';

const KEY = 'huiyin.minutes.paste';

/** Minutes as pasted text; kept on this machine until they have been read. */
export function PasteBox({ busy, take }: { busy: boolean; take: (text: string) => Promise<void> }) {
  const t = useT();
  const [text, setText] = useState(() => sessionStorage.getItem(KEY) ?? '');
  const write = (words: string) => {
    setText(words);
    sessionStorage.setItem(KEY, words.slice(0, 1_000_000));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await take(text);
  };
  return (
    <form className={style['paste']} onSubmit={(event) => void submit(event)}>
      <label htmlFor="paste">{t('documents.minutes.paste')}</label>
      <textarea
        id="paste"
        rows={6}
        value={text}
        placeholder={t('documents.minutes.paste.hint')}
        onChange={(event) => write(event.target.value)}
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
