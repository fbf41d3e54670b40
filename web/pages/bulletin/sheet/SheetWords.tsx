import { useT } from '../../../i18n/language.tsx';
import type { Words } from '../publish/words.ts';
import style from './SheetWords.module.css';

type Props = { part: keyof Words; text: string; write?: (part: keyof Words, text: string) => void };

const MAX = { title: 200, opening: 4000, closing: 4000 };

/** Words of the document, written in their place until it is published; the unseen copy makes the field as tall as they are. */
export function SheetWords({ part, text, write }: Props) {
  const t = useT();
  if (!write) return part === 'title' ? <h2 className={style['title']}>{text}</h2> : <Paragraphs text={text} />;
  return (
    <div className={style['words']} data-part={part} data-text={`${text} `}>
      {part === 'title' && <h2 className="unseen">{text}</h2>}
      <textarea
        aria-label={t(`documents.words.${part}`)}
        placeholder={t(`documents.words.${part}`)}
        rows={1}
        maxLength={MAX[part]}
        value={text}
        onChange={({ target }) => write(part, part === 'title' ? target.value.replaceAll('\n', '') : target.value)}
      />
    </div>
  );
}

const Paragraphs = ({ text }: { text: string }) =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, at) => (
      <p key={at} className={style['paragraph']} data-address={/[：:]$/u.test(line.trim())}>
        {line}
      </p>
    ));
