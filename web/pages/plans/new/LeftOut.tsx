import { AskForm } from '../../../frame/AskForm.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { goToQuarters } from './goToRow.ts';
import style from './NewPlan.module.css';
import type { PlanRow } from './planRows.ts';

type Props = {
  rows: readonly { n: number; row: PlanRow }[];
  doing: { isPending: boolean; error: Error | null };
  onPublish: () => void;
  onCancel: () => void;
};

/** Asks before a plan is published without quarters that stand in its text: which they are, with the words of the text, each a way to its row. */
export function LeftOut({ rows, doing, onPublish, onCancel }: Props) {
  const t = useT();
  return (
    <AskForm
      title={t('plans.left-out', { n: rows.length })}
      lead={t('plans.left-out.lead')}
      act={t('plans.left-out.publish')}
      doing={doing}
      onSend={onPublish}
      onCancel={onCancel}
    >
      <ul className={style['left-out']}>
        {rows.map(({ n, row }) => (
          <li key={row.id}>
            <Button
              type="link"
              size="small"
              onClick={() => {
                onCancel();
                goToQuarters(row.id);
              }}
            >
              {t('plans.item', { n })} {row.text}
            </Button>{' '}
            <span className="quiet">{row.said}</span>
          </li>
        ))}
      </ul>
    </AskForm>
  );
}
