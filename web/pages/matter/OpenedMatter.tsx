import type { MatterView } from '../../../src/matters/contract.ts';
import { Page } from '../../frame/Page.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { MatterDesk } from './MatterDesk.tsx';
import { Numbered } from './Numbered.tsx';
import { PrintButton } from './print/PrintButton.tsx';
import { useStory } from './story/useStory.ts';
import { WayBack } from './WayBack.tsx';

/** A matter that was read, on its own page; `error`: it could not be read anew. */
export function OpenedMatter({ view, error }: { view: MatterView; error: Error | null }) {
  const story = useStory(view);
  return (
    <Page
      title={view.row.text}
      tab={view.row.number}
      over={
        <Numbered view={view}>
          <WayBack />
        </Numbered>
      }
      actions={<PrintButton story={story} />}
    >
      {error && <Fault error={error} />}
      <MatterDesk view={view} story={story} />
    </Page>
  );
}
