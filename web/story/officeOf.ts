import type { MatterView } from '../../src/matters/contract.ts';

/** The word for whoever works on a matter for no unit: the supervision office; of what is sealed nobody but the seats named for it. */
export const officeOf = ({ sealed }: Pick<MatterView, 'sealed'>): string =>
  sealed ? 'web.clock.of.circle' : 'web.role.supervisor';
