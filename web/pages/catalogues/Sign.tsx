import type { Standing } from '../../../src/matters/catalogues/matrix.contract.ts';
import { signs } from './standings.ts';
import style from './Catalogues.module.css';

/** Where a part stands, as a shape; what it means is said beside it or in its place. */
export const Sign = ({ standing, late = false }: { standing: Standing; late?: boolean }) => (
  <span className={style['sign']} data-standing={late ? 'late' : standing} aria-hidden="true">
    {signs[standing]}
    {late && '!'}
  </span>
);
