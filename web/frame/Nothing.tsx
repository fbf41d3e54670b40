import type { ReactNode } from 'react';
import style from './Nothing.module.css';

type Props = {
  /** What there is not, how it comes about, and who does that where the reader can't. */
  say: string;
  /** Part of a page and no page's whole content. */
  small?: boolean;
  /** The next thing to do: links or buttons, the likeliest first. */
  children?: ReactNode;
};

/** In place of an empty list: a sentence, and the way on. */
export function Nothing({ say, small = false, children }: Props) {
  return (
    <div className={style['nothing']} data-small={small}>
      <p>{say}</p>
      {children && <div className={style['ways']}>{children}</div>}
    </div>
  );
}
