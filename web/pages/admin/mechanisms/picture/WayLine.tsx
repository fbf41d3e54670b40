import { useT } from '../../../../i18n/language.tsx';
import type { Drawn } from './layout.ts';
import { BOX, GAP, LANE, rowTop } from './measures.ts';
import style from './MechanismPicture.module.css';

/** Ways leave a stage a little below its middle and come in a little above, so that none lies on another's end. */
const APART = 8;

/** A way as a line with its acts beside it. */
export function WayLine({ drawn: { way, from, to, side, lane }, left }: { drawn: Drawn; left: number }) {
  const t = useT();
  const words = way.acts.map((act) => t(`matter.act.${act}`)).join(t('admin.list-comma'));
  if (side === 'straight') {
    const x = left + BOX.width / 2;
    const [top, bottom] = [rowTop(from) + BOX.height, rowTop(to)];
    return (
      <g>
        <path d={`M${x} ${top}V${bottom}`} className={style['way']} markerEnd="url(#way)" />
        <text x={x + 8} y={(top + bottom) / 2 + 4} className={style['words']} data-side="onward">
          {words}
        </text>
      </g>
    );
  }
  const outward = side === 'onward' ? 1 : -1;
  const edge = side === 'onward' ? left + BOX.width : left;
  const x = edge + outward * (GAP + (lane - 1) * LANE);
  const [start, end] = [rowTop(from), rowTop(to)].map((top) => top + BOX.height / 2) as [number, number];
  const y = start + outward * APART;
  const into = end - outward * APART;
  return (
    <g>
      <path d={`M${edge} ${y}H${x}V${into}H${edge}`} className={style['way']} markerEnd="url(#way)" />
      <text x={x + outward * 6} y={(y + into) / 2 + 4} className={style['words']} data-side={side}>
        {words}
      </text>
    </g>
  );
}
