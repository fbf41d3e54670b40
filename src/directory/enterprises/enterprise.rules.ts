import type { EntryAct } from '../../ledger/index.ts';
import type { Enterprise, NewEnterprise } from './enterprise.contract.ts';

/** An enterprise after all its acts so far. Its size class is no part of it: it follows from the rest. */
export type EnterpriseState = Omit<Enterprise, 'id' | 'size'>;

/** Folds the acts of an enterprise; what each is given stands in `enterprise.contract.ts`. */
export function foldEnterprise(state: EnterpriseState | null, { kind, given, at }: EntryAct): EnterpriseState {
  if (kind === 'add-enterprise') return { ...(given as Omit<NewEnterprise, 'id'>), earlier: [], closedAt: null };
  if (!state) throw new Error(`${kind} on an enterprise that was not added`);
  switch (kind) {
    case 'rename-enterprise':
      return { ...state, name: given['name'] as string, earlier: [...state.earlier, { name: state.name, until: at }] };
    case 'amend-enterprise':
      return { ...state, ...(given as Partial<EnterpriseState>) };
    case 'close-enterprise':
      return { ...state, closedAt: at };
    case 'restore-enterprise':
      return { ...state, closedAt: null };
    default:
      throw new Error(`no act on an enterprise: ${kind}`);
  }
}
