import type { MatterView } from '../../../src/matters/contract.ts';
import { OwnNames } from '../../matters/OwnNames.tsx';
import { SealedWords } from '../../matters/SealedWords.tsx';
import { MatterDesk } from './MatterDesk.tsx';
import { useStory } from './story/useStory.ts';

type Props = { view: MatterView; printable?: boolean };

/** All of a matter but its heading, which the page or the pane around it has; `printable` on a page of its own. */
export function MatterBody({ view, printable = false }: Props) {
  const story = useStory(view);
  const desk = (
    <OwnNames names={view.actNames} fields={view.fieldNames}>
      <MatterDesk view={view} story={story} printable={printable} />
    </OwnNames>
  );
  return view.sealed ? <SealedWords>{desk}</SealedWords> : desk;
}
