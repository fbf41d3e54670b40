import type { Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';
import type { ContactKind } from './contact.rules.ts';

export type OriginatorKind = 'enterprise' | 'person' | 'unknown';

/** A contact as the ledger holds it: sealed. Confirmed: the desk, or a code that was sent there, vouches for it. */
export type SealedContact = {
  readonly id: Uuid;
  readonly kind: ContactKind;
  readonly sealed: string;
  readonly confirmed: boolean;
};

/** Whoever raised a matter, or may, after all their acts so far. */
export type OriginatorState = {
  readonly kind: OriginatorKind;
  readonly enterprise: Uuid | null;
  /** That this is that enterprise, is proven. */
  readonly proven: boolean;
  /** The credit code that they gave, unproven. */
  readonly claims: string | null;
  readonly contacts: readonly SealedContact[];
  readonly erasedAt: string | null;
  /** The files that were erased with them; absent where there were none. */
  readonly erasedFiles?: readonly Uuid[];
};
export type OpenedOriginator = Omit<OriginatorState, 'erasedAt' | 'erasedFiles'>;

/** Folds the acts of an originator. */
export function foldOriginator(state: OriginatorState | null, { kind, given, at }: EntryAct): OriginatorState {
  if (kind === 'open-originator') return { ...(given as OpenedOriginator), erasedAt: null };
  if (!state) throw new Error(`${kind} on an originator that was not opened`);
  const { contacts } = state;
  switch (kind) {
    case 'add-contact':
      return { ...state, contacts: [...contacts, given['contact'] as SealedContact] };
    case 'confirm-contact':
      return {
        ...state,
        contacts: contacts.map((one) => (one.id === given['contact'] ? { ...one, confirmed: true } : one)),
      };
    case 'remove-contact':
      return { ...state, contacts: contacts.filter(({ id }) => id !== given['contact']) };
    case 'erase-originator':
      return { ...state, contacts: [], claims: null, erasedAt: at };
    case 'erase-files':
      return { ...state, erasedFiles: given['files'] as Uuid[] };
    default:
      throw new Error(`no act on an originator: ${kind}`);
  }
}
