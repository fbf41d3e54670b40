import type { MatterView } from '../../../src/matters/contract.ts';
import { Help } from './Help.tsx';
import type { HelpKind } from './kinds.ts';
import { useActHelp } from './useActHelp.ts';

type Props = {
  kind: HelpKind;
  /** The matter that it would be done to: what follows is then told by its mechanism. */
  view?: MatterView | undefined;
  /** The form does nothing besides. */
  only?: boolean;
};

/** What an act does and what follows, told where its buttons stand. */
export const ActHelp = ({ kind, view, only }: Props) => <Help sentences={useActHelp(kind, view, only)} />;
