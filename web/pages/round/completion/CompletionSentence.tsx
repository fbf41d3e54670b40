import type { FigureKey, RoundFigures } from '../../../../src/figures/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { figureOf } from '../figures/figure.ts';
import { FigureNumber } from '../figures/FigureNumber.tsx';
import { withNodes } from '../../../i18n/withNodes.tsx';

type Props = { intro: string; figures: RoundFigures; look?: 'chip' | 'plain' };

/** “…交办 18 项，已签收 14/18（77.78%），…”: every number opens its matters, every rate names both its parts. */
export function CompletionSentence({ intro, figures, look = 'plain' }: Props) {
  const t = useT();
  const { round, whole } = figures;
  const total = figureOf(whole, 'total');
  const number = (key: FigureKey, rate: boolean) => (
    <FigureNumber look={look} round={round} figure={figureOf(whole, key)} of={rate ? total : null} group={null} />
  );
  const late = figureOf(whole, 'late').value > 0;
  return (
    <>
      {intro}
      {withNodes(t(late ? 'documents.completion.sentence.late' : 'documents.completion.sentence'), {
        total: number('total', false),
        accepted: number('accepted', true),
        answered: number('answered', true),
        closed: number('closed', true),
        overdue: number('overdue', false),
        late: number('late', false),
      })}
    </>
  );
}
