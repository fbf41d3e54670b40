import { lazy, Suspense, useState } from 'react';
import type { Role } from '../../../src/platform/identity/contract.ts';
import { pageWords } from '../../i18n/words.ts';
import { DuplicatesNote } from './DuplicatesNote.tsx';
import type { Filter } from './filters.ts';
import { HandStrip } from './hands/HandStrip.tsx';
import { SampleNote } from './SampleNote.tsx';
import { useStands, type Stands } from './useStands.ts';

/** A city is new once; nobody else waits for what shows it. */
const FirstSteps = lazy(async () => {
  const [page] = await Promise.all([import('../start/FirstSteps.tsx'), pageWords()]);
  return { default: page.FirstSteps };
});

/** What a mayor reads first; nobody else waits for it either. */
const MayorBrief = lazy(async () => {
  const [page] = await Promise.all([import('./brief/MayorBrief.tsx'), pageWords()]);
  return { default: page.MayorBrief };
});

type Above = 'steps' | 'brief' | 'sample' | 'hands';

/** What stands above the list that a seat of this role has asked for; most have nothing there. */
export function aboveFor(role: Role, filter: Filter | undefined, hand: string | undefined): Above | undefined {
  if (role === 'administrator') return 'steps';
  if (role === 'head') return !filter || hand ? 'hands' : undefined;
  if (filter) return undefined;
  return role === 'mayor' ? 'brief' : role === 'supervisor' ? 'sample' : undefined;
}

type Props = { what: Above; hand: string | undefined; onStands: Stands };

/**
 * What a seat reads before its list. A list that moves down as this arrives is pressed where nothing is any more, so it waits until
 * `onStands` says that it will not.
 */
export function AboveList({ what, hand, onStands }: Props) {
  if (what === 'hands') return <HandStrip hand={hand} onStands={onStands} />;
  if (what === 'sample') return <OfficeNotes onStands={onStands} />;
  return (
    <Suspense>{what === 'brief' ? <MayorBrief onStands={onStands} /> : <FirstSteps onStands={onStands} />}</Suspense>
  );
}

/** What the supervision office is told before its list: whom to call back, and what may be one. */
function OfficeNotes({ onStands }: { onStands: Stands }) {
  const [sample, setSample] = useState(false);
  const [duplicates, setDuplicates] = useState(false);
  useStands(sample && duplicates, onStands);
  return (
    <>
      <SampleNote onStands={setSample} />
      <DuplicatesNote onStands={setDuplicates} />
    </>
  );
}
