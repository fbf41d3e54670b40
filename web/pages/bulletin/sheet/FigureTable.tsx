import type { FigureGroup, FigureKey, RoundFigures } from '../../../../src/figures/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { figureOf } from '../../round/figures/figure.ts';
import { FigureNumber } from '../../round/figures/FigureNumber.tsx';
import style from './FigureTable.module.css';

type Props = {
  /** What a row is: an area, a unit. */
  name: string;
  look: 'chip' | 'plain';
  figures: RoundFigures;
  groups: readonly FigureGroup[];
  groupName: (key: string | null) => string;
};

const COLUMNS: readonly { key: FigureKey; rate: boolean }[] = [
  { key: 'total', rate: false },
  { key: 'accepted', rate: false },
  { key: 'answered', rate: false },
  { key: 'closed', rate: true },
  { key: 'overdue', rate: false },
];

/** The completion by area or by unit. Every number opens its matters; the rate names both its parts. */
export function FigureTable({ name, look, figures, groups, groupName }: Props) {
  const t = useT();
  return (
    <table className={style['table']}>
      <caption className="unseen">{t('documents.bulletin.by', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {COLUMNS.map(({ key }) => (
            <th key={key} scope="col">
              {t(`documents.figure.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key: group, figures: counted }) => (
          <tr key={group ?? ''}>
            <th scope="row">{groupName(group)}</th>
            {COLUMNS.map(({ key, rate }) => (
              <td key={key} data-key={key}>
                <FigureNumber
                  look={look}
                  round={figures.round}
                  figure={figureOf(counted, key)}
                  of={rate ? figureOf(counted, 'total') : null}
                  group={groupName(group)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
