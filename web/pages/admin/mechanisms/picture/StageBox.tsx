import type { Stage } from '../../../../../src/mechanism/contract.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { BOX } from './measures.ts';
import style from './MechanismPicture.module.css';
import type { z } from 'zod';

/** One stage: its name, and the phase that all mechanisms share. */
export function StageBox({ stage, x, y }: { stage: z.infer<typeof Stage>; x: number; y: number }) {
  const { t, language } = useLanguage();
  const name = stage.name[language];
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx={6}
        className={style['box']}
        data-phase={stage.phase}
      />
      <text
        x={x + BOX.width / 2}
        y={y + 17}
        className={style['name']}
        {...(widthOf(name) > ROOM ? { textLength: ROOM, lengthAdjust: 'spacingAndGlyphs' } : {})}
      >
        {name}
      </text>
      <text x={x + BOX.width / 2} y={y + 32} className={style['phase']}>
        {t(`matter.phase.${stage.phase}`)}
      </text>
    </g>
  );
}

/** What a name has of its box, in pixels; a longer one is drawn narrower. */
const ROOM = BOX.width - 12;
/** About how wide a name is drawn: a Chinese character is a square, a letter about half of one. */
const widthOf = (name: string): number =>
  [...name].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 14 : 7.5), 0);
