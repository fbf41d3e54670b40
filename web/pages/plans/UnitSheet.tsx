import { Link, useNavigate } from '@tanstack/react-router';
import { quartersOf, sharesOfUnit, unitsOfTree } from '../../../src/matters/trees/share.rules.ts';
import type { TreeNode, TreeView } from '../../../src/matters/trees/tree.contract.ts';
import field from '../../acts/Field.module.css';
import { query } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { Standing } from './Standing.tsx';
import { useTargetWords } from './useTargetWords.ts';
import style from './Plans.module.css';

type Props = { tree: TreeView; unit: string; plan: TreeNode; asOf: string | undefined };

/** Everything that one unit owes in a plan: by quarter, as planned and as read, and which readings are waited for. Printed as a sheet. */
export function UnitSheet({ tree: { nodes, asOf: day }, unit, plan, asOf }: Props) {
  const t = useT();
  const navigate = useNavigate({ from: '/plans' });
  const { unitName } = useUnits();
  const words = useTargetWords();
  const { day: dayWords } = useFormat();
  const shares = sharesOfUnit(nodes, unit);
  const count = (standing: TreeNode['sum']['standing']) =>
    shares.filter(({ node }) => node.sum.standing === standing).length;
  const title = t('trees.unit.title', { unit: unitName(unit), plan: plan.text });
  return (
    <Page
      title={title}
      width="whole"
      lead={t('trees.unit.lead', {
        day: dayWords(day),
        n: shares.length,
        behind: count('behind'),
        unknown: count('unknown'),
        wanted: shares.filter(({ node, target }) => target?.wanted && !node.parts).length,
      })}
      over={
        <Link className={style['back']!} from="/plans" to="/plans" search={({ unit: _, ...now }) => now}>
          {t('trees.unit.back')}
        </Link>
      }
      actions={
        <>
          <Button onClick={() => window.print()}>{t('trees.unit.print')}</Button>
          <a className={style['button']} href={`/api/trees/${plan.id}/table${query({ unit, asOf, name: title })}`}>
            {t('trees.unit.export')}
          </a>
        </>
      }
    >
      <select
        className={`${field['input']} ${style['choose']}`}
        aria-label={t('trees.unit.choose')}
        value={unit}
        onChange={(event) => void navigate({ search: (now) => ({ ...now, unit: event.target.value }) })}
      >
        {unitsOfTree(nodes).map((one) => (
          <option key={one.unit} value={one.unit}>
            {unitName(one.unit)}
          </option>
        ))}
      </select>
      {shares.length === 0 && <Nothing say={t('trees.unit.none')} />}
      {shares.length > 0 && (
        <table className={style['table']}>
          <thead>
            <tr>
              <th scope="col">{t('trees.sheet.indicator')}</th>
              <th scope="col">{t('trees.column.target')}</th>
              {[1, 2, 3, 4].map((n) => (
                <th key={n} scope="col">
                  {t('trees.quarter', { n })}
                </th>
              ))}
              <th scope="col">{t('trees.column.planned')}</th>
              <th scope="col">{t('trees.column.fact')}</th>
              <th scope="col">{t('trees.column.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ node, target, above, part }) => (
              <tr key={`${node.id} ${target?.target}`} data-leaf>
                <th scope="row">
                  <Link to="/matters/$id" params={{ id: node.id }}>
                    {node.text}
                  </Link>
                  <span className={style['small']}>
                    {[t(`trees.unit.part.${part}`), ...above.slice(1).map(({ text }) => text)].join(' · ')}
                  </span>
                </th>
                <td data-label={t('trees.column.target')}>{target && words.promised(target)}</td>
                {(target ? quartersOf(target) : [null, null, null, null]).map((quantity, n) => (
                  <td key={n} data-label={t('trees.quarter', { n: n + 1 })}>
                    {quantity ?? '—'}
                  </td>
                ))}
                <td data-label={t('trees.column.planned')}>{target && words.planned(target)}</td>
                <td data-label={t('trees.column.fact')}>
                  {target && <span>{words.readOf(node, target)}</span>}
                  {target?.standing?.short && <strong className={style['short']}>{words.short(target)}</strong>}
                  {target?.wanted && !node.parts && <span className={style['small']}>{words.wanted(target)}</span>}
                </td>
                <td data-label={t('trees.column.standing')}>
                  <Standing node={node} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
}
