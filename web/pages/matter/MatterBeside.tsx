import type { MatterView } from '../../../src/matters/contract.ts';
import { MatterDesk } from './MatterDesk.tsx';
import { useStory } from './story/useStory.ts';

/** A matter without its own page: all of it but the heading. */
export function MatterBeside({ view }: { view: MatterView }) {
  return <MatterDesk view={view} story={useStory(view)} />;
}
