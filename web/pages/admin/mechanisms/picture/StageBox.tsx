import type { Stage } from '../../../../../src/mechanism/contract.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { BOX } from './measures.ts';
import style from './MechanismPicture.module.css';
import type { z } from 'zod';

/** One stage: its name, and the phase that all mechanisms share. */
export function StageBox({ stage, x, y }: { stage: z.infer<typeof Stage>; x: number; y: number }) {
  const { t, language } = useLanguage();
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
      <text x={x + BOX.width / 2} y={y + 17} className={style['name']}>
        {stage.name[language]}
      </text>
      <text x={x + BOX.width / 2} y={y + 32} className={style['phase']}>
        {t(`matter.phase.${stage.phase}`)}
      </text>
    </g>
  );
}
