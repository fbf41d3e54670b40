import type { PartyView } from '../../src/matters/parties/parties.contract.ts';

/**
 * Parties told apart from each other: the marks of what is sealed begin anew with each act, so that two people who came in one after the other are
 * called alike. `nth`: a name with the number within the matter, for one that stands there twice.
 */
export const partiesApart = (
  parties: readonly PartyView[],
  nth: (name: string, n: number) => string,
): readonly PartyView[] =>
  parties.map((party) =>
    parties.some(({ n, name }) => n !== party.n && name === party.name)
      ? { ...party, name: nth(party.name, party.n) }
      : party,
  );
