import { useId, useState } from 'react';
import type { MatterView } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import style from './ActHelp.module.css';
import type { HelpKind } from './kinds.ts';
import { useActHelp } from './useActHelp.ts';

type Props = {
  kind: HelpKind;
  /** The matter that it would be done to: what follows is then told by its mechanism. */
  view?: MatterView | undefined;
};

/** A quiet question mark beside an act's buttons, which tells in a few sentences what the act does and what follows. */
export function ActHelp({ kind, view }: Props) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(false);
  const sentences = useActHelp(kind, view);
  const about = t('help.about');
  return (
    <>
      <button
        type="button"
        className={style['ask']}
        aria-label={about}
        title={about}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <div id={id} hidden={!open} role="note" aria-label={about} className={style['help']}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}
