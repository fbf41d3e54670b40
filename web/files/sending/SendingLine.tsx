import { ApiProblem } from '../../api.ts';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { FileName } from '../FileName.tsx';
import style from '../FilesField.module.css';
import { sizeText } from '../sizeText.ts';
import type { Sending } from './desk.ts';

type Props = { file: Sending; again: (key: string) => void; drop: (key: string) => void };

const noLine = (why: unknown): boolean => why instanceof ApiProblem && why.problem.status === 0;

/** A file on its way: how far it is, what holds it up, and the ways out. */
export function SendingLine({ file, again, drop }: Props) {
  const t = useT();
  const { key, name, state } = file;
  const percent = Math.floor(file.share * 100);
  if (state === 'refused') {
    const why = faultText(t, file.why);
    return (
      <li className={style['fault']}>
        <span role="alert" className={style['name']}>
          {why.includes(name) ? why : t('web.files.not-taken', { name, why })}
        </span>
        <Drop name={t('web.files.dismiss', { name })} onClick={() => drop(key)} />
      </li>
    );
  }
  return (
    <li className={style['sending']} data-state={state}>
      <span className={style['name']}>
        <FileName name={name} />
      </span>
      <span className="faint">{sizeText(file.size)}</span>
      <span className="faint">{state === 'waiting' ? t('web.files.waiting') : `${percent}%`}</span>
      <progress data-drawn="bar" max={1} value={file.share} aria-label={t('web.files.going', { name })} />
      {state === 'cut' && (
        <output className={style['cut']}>
          {noLine(file.why) ? t('web.files.cut', { percent }) : faultText(t, file.why)}{' '}
          <button type="button" className={style['again']} onClick={() => again(key)}>
            {t('web.files.again')}
          </button>
        </output>
      )}
      <Drop name={t('web.files.cancel', { name })} onClick={() => drop(key)} />
    </li>
  );
}

const Drop = ({ name, onClick }: { name: string; onClick: () => void }) => (
  <button type="button" className={style['out']} aria-label={name} onClick={onClick}>
    <Icon name="cross" size={16} />
  </button>
);
