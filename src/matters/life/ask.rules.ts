import type { Calendar, Uuid } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import type { FileFacts } from '../../platform/files/contract.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Given } from './given.contract.ts';
import type { Nobody } from './nobody.rules.ts';
import type { ReadAbove } from '../matter.policy.ts';
import type { Mentioned } from '../mentions/mention.rules.ts';
import type { Appointing } from '../parties/between-state.rules.ts';
import type { Child, Filed, UnitState } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Another matter, as it is now. */
export type Host = { readonly id: Uuid; readonly state: MatterState };

/** The matter below which another is registered: what of it the beginning of that hangs on. */
export type Above = { readonly id: Uuid; readonly state: Pick<MatterState, 'number' | 'category'> };

/** A seat to which a matter may be raised: who sits there as what, and over which units. */
export type HigherSeat = {
  readonly seat: Uuid;
  readonly role: string;
  readonly unit: Uuid | null;
  readonly units: readonly Uuid[];
};

/**
 * What is asked, by whom, when, under which file and calendar. `files` are those that are given, `mentioned` those who are called
 * by name, as they are now; `unitName` turns an id into words for a refusal.
 */
export type Ask = {
  readonly id: Uuid;
  readonly kind: ActKind;
  readonly given: Record<string, unknown>;
  readonly caller: Caller | Nobody;
  readonly now: Date;
  readonly mechanism: Mechanism;
  readonly version: number;
  readonly calendar: Calendar;
  /** The category that is named, as the mechanism's scheme has it now; null where it is none or out of use. */
  readonly filed: Filed | null;
  /** The matter that this one is to go on in, or does; null where no such matter is there. */
  readonly host: Host | null;
  /**
   * The matter below which it is being registered, by an act on that: whoever may do that act may begin what follows from it. Null for
   * what stands for itself, and once it is there.
   */
  readonly parent: Above | null;
  /** What stands below it, where this act may have to wait for that. */
  readonly children: readonly Child[];
  /** What was just registered below it by this act. */
  readonly born: Child | null;
  /** The seat that it is to be raised to, or that is asked to help; null where nobody sits there. */
  readonly higher: HigherSeat | null;
  /** Who is named for it, where it is a sealed one that is being registered. */
  readonly circle?: readonly { readonly seat: Uuid; readonly unit: Uuid | null }[];
  /** While it begins: whether whoever registers it sits where the city takes down what others raise. */
  readonly desk?: boolean;
  /** The seat that it is to be appointed to, with what is known of it; null where nobody sits there. */
  readonly appointing: Appointing | null;
  /** When parties come in: who was appointed or asked to help before, and must be impartial. */
  readonly beside?: readonly Appointing[];
  /** When parties come in: the names that the register has for the enterprises given by their ids. */
  readonly firms?: ReadonlyMap<Uuid, string>;
  /** When something is published or listed: what is hidden as personal anywhere in the matter's words. */
  readonly hidden?: readonly string[];
  readonly files: readonly FileFacts[];
  readonly mentioned: readonly Mentioned[];
  /** What decides who reads the matters above it, where somebody is called by name. */
  readonly above?: readonly ReadAbove[];
  readonly unitName: (unit: Uuid) => string;
};

/** What the matter's number and round are, when it is being registered, and the hash of its mechanism's text. */
export type Opening = { year: number; round: { id: Uuid; number: number } | null; n: number; source: string };

/** The ask with what its kind takes, checked, and the acting unit. */
export type Checked<K extends ActKind = ActKind> = Omit<Ask, 'given' | 'kind'> & {
  readonly kind: K;
  readonly given: Given<K>;
  readonly unit: UnitState | null;
};
