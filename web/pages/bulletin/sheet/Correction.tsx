import { Link } from '@tanstack/react-router';
import type { BulletinRef } from '../../../../src/bulletins/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Sheet.module.css';

/** Under the title: which bulletin this one corrects. Part of the document, and frozen with it. */
export function Correction({ of }: { of: BulletinRef }) {
  const t = useT();
  const [before, after] = t('documents.correction.of').split('{number}');
  return (
    <p className={style['correction']}>
      {before}
      <Link to="/bulletins/$id" params={{ id: of.id }}>
        {of.number}
      </Link>
      {after}
    </p>
  );
}
