import type { TargetView } from '../../src/matters/targets/target.contract.ts';
import { dayNumber } from '../../src/kernel/day.ts';
import { useFormat } from '../format/useFormat.ts';
import { useMeasureText } from './useMeasureText.ts';
import style from './Works.module.css';

const [WIDE, HIGH, LEFT, FOOT, TOP] = [480, 112, 4, 2, 6];

/** Plan as a broken line, fact as a whole one, up to the last reading; it shows nothing that the table below it does not say. */
export function Curve({ target: { plan, readings, in: unit, from, by } }: { target: TargetView }) {
  const { day } = useFormat();
  const text = useMeasureText();
  const days = [from, by, ...readings.map(({ on }) => on)].map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  // A limit of nothing that nothing was read of lies on the axis.
  const top = [...plan.map((p) => p.quantity), ...readings.map(({ value }) => value)].reduce((a, b) =>
    Number(b) > Number(a) ? b : a,
  );
  const most = Number(top) || 1;
  const x = (on: string) => LEFT + ((dayNumber(on) - first) / (last - first)) * (WIDE - 2 * LEFT);
  const y = (value: string) => HIGH - FOOT - (Number(value) / most) * (HIGH - FOOT - TOP);
  const line = (points: readonly (readonly [on: string, value: string])[]) =>
    points.map(([on, value]) => `${x(on).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const read = readings.map(({ on, value }) => [on, value] as const);
  return (
    // What is written stands beside the drawing, which is as wide as there is room: letters in it would grow and shrink with it.
    <div aria-hidden>
      <p className={style['whole']}>{text(top, unit)}</p>
      <svg className={style['curve']} viewBox={`0 0 ${WIDE} ${HIGH}`}>
        <line className={style['axis']} x1={LEFT} x2={WIDE - LEFT} y1={HIGH - FOOT} y2={HIGH - FOOT} />
        <polyline className={style['plan']} points={line(plan.map((p) => [p.on, p.quantity]))} />
        {read.length > 0 && (
          <polyline
            className={style['fact']}
            points={line(read[0]![0] > from ? [[from, plan[0]!.quantity], ...read] : read)}
          />
        )}
        {readings.map(({ act, on, value, odd, away }) => (
          <circle
            key={act}
            className={style[odd || away ? 'odd' : 'dot']}
            cx={x(on)}
            cy={y(value)}
            r={odd || away ? 4 : 3}
          />
        ))}
      </svg>
      <p className={style['ends']}>
        <span>{day(from)}</span>
        <span>{day(by)}</span>
      </p>
    </div>
  );
}
