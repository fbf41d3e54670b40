import { useLayoutEffect, useRef, useState } from 'react';
import type { Mechanism } from '../../../../../src/mechanism/contract.ts';
import { Button } from '../../../../frame/Button.tsx';
import { useWidth } from '../../../../frame/useWidth.ts';
import { useLanguage } from '../../../../i18n/language.tsx';
import { layOut } from './layout.ts';
import style from './MechanismPicture.module.css';
import { StageBox } from './StageBox.tsx';
import { BOX, GAP, LANE, rowTop } from './measures.ts';
import { WayLine } from './WayLine.tsx';

/** Between the picture and the edges of its frame, both sides together (MechanismPicture.module.css). */
const AROUND = 26;

/**
 * The stages of a mechanism and the ways between them. The same stands in words in the table below it. A picture that is wider than its
 * place begins with the stages in the middle, and is pushed along or seen whole.
 */
export function MechanismPicture({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = useLanguage();
  const { stages, drawn, onward, back } = layOut(mechanism);
  const left = back * LANE + (back ? GAP : 0);
  const width = left + BOX.width + onward * LANE + (onward ? GAP : 0);
  const height = rowTop(stages.length - 1) + BOX.height + 8;
  const frame = useRef<HTMLElement>(null);
  const wider = width > useWidth(frame) - AROUND;
  const [whole, setWhole] = useState(false);
  useLayoutEffect(() => {
    const { current } = frame;
    if (current && !whole) current.scrollLeft = left + BOX.width / 2 - (current.clientWidth - AROUND) / 2;
  }, [left, width, wider, whole]);
  return (
    <div className={style['picture']}>
      <figure
        ref={frame}
        className={style['frame']}
        data-whole={whole}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is pushed along, by keys too
        tabIndex={0}
        aria-label={t('admin.picture.of', { name: mechanism.name[language] })}
      >
        <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <defs>
            <marker id="way" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0.5L7.500 4L0 7.500z" className={style['tip']} />
            </marker>
          </defs>
          {drawn.map((one) => (
            <WayLine key={`${one.from} ${one.to}`} drawn={one} left={left} />
          ))}
          {stages.map((stage, n) => (
            <StageBox key={stage} stage={mechanism.stages[stage]!} x={left} y={rowTop(n)} />
          ))}
        </svg>
      </figure>
      {wider && (
        <Button size="small" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          {t('admin.picture.whole')}
        </Button>
      )}
    </div>
  );
}
