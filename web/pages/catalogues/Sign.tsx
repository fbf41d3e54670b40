import type { Standing } from '../../../src/matters/catalogues/matrix.contract.ts';
import { signs } from './standings.ts';
import style from './Catalogues.module.css';

/** Where a part stands, as a shape; what it means is said beside it or in its place. */
export function Sign({
  standing,
  late = false,
  outworded = null,
}: {
  standing: Standing;
  late?: boolean;
  outworded?: string | null;
}) {
  return (
    <span className={style['sign']} data-standing={late ? 'late' : standing} aria-hidden="true">
      {signs[standing]}
      {late && '!'}
      {outworded !== null && '※'}
    </span>
  );
}
