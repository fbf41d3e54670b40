import type { EntryAct } from '../../ledger/index.ts';

/** An account after all its acts so far. Its password stands in no act. */
export type PersonState = {
  login: string;
  name: string;
  openedAt: string;
  disabledAt: string | null;
  mustChange: boolean;
};

/** Folds the acts of an account. */
export function foldPerson(state: PersonState | null, { kind, given, at }: EntryAct): PersonState {
  if (kind === 'open-person') {
    const { login, name, mustChange } = given as Pick<PersonState, 'login' | 'name' | 'mustChange'>;
    return { login, name, openedAt: at, disabledAt: null, mustChange };
  }
  if (!state) throw new Error(`${kind} on an account that was not opened`);
  switch (kind) {
    case 'rename-person':
      return { ...state, name: given['name'] as string };
    case 'disable-person':
      return { ...state, disabledAt: at };
    case 'enable-person':
      return { ...state, disabledAt: null };
    case 'reset-password-person':
      return { ...state, mustChange: true };
    case 'change-password-person':
      return { ...state, mustChange: false };
    default:
      throw new Error(`no act on an account: ${kind}`);
  }
}
