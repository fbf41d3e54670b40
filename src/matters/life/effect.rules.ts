import type { Veil } from '../../ledger/index.ts';
import type { Day, Paused, Uuid } from '../../kernel/index.ts';
import type { Phase, SlipColor } from '../../mechanism/contract.ts';
import type { FileFacts } from '../../platform/files/contract.ts';
import type { Part, Stance } from '../contract.ts';
import type { ClockLeft, Filed, Former, Originator, ReadingState, TargetState } from './state-parts.rules.ts';

/**
 * What followed from an act, decided once and kept with it. The fold applies these and nothing else, so a matter's past
 * stays what it was when a mechanism, a calendar or this program changes.
 */
export type Effect =
  | {
      do: 'open';
      mechanism: string;
      version: number;
      number: string;
      n: number;
      round: Uuid | null;
      visibility: 'city' | 'units';
      /** SHA-256 of the mechanism's text under which it was opened; acts of before this was kept have none. */
      source?: string;
    }
  /** What a file was when it was attached; acts of before this was kept name files in `given` alone. */
  | {
      do: 'attach';
      file: FileFacts;
      /** The file's own key, sealed with the key of a sealed matter. */
      sealed?: string;
    }
  /** Somebody is among those who raised it. */
  | { do: 'originate'; originator: Uuid; unnamed: boolean }
  /** Who raised it asks to be erased, which waits for who is named for it, until `due`; acts of before this was kept have none. */
  | { do: 'wish'; by: Uuid; due?: Day }
  | { do: 'forget'; agreed: boolean }
  /** What was personal in the words given stands here, sealed with the subject's key (null: they were erased), as marks and texts. */
  | { do: 'conceal'; subject: Uuid; sealed: string | null }
  /** It is part of what they raised: what is personal in its words is theirs, and sealed with their key. */
  | { do: 'concern'; subject: Uuid; unnamed: boolean }
  /** It goes through the green channel, or does so no more. */
  | { do: 'green'; on: boolean }
  /** It stands below another from its beginning on. */
  | { do: 'below'; parent: Uuid; number: string }
  /** Another stands below it. */
  | { do: 'divide'; child: Uuid; number: string }
  /** From here on it recurs, reckoned from that day. */
  | { do: 'recur'; what: string; from: Day; next: Day | null }
  | { do: 'unrecur'; what: string }
  /** What was begun is that of this day. */
  | { do: 'recurred'; what: string; on: Day; missed: Day[]; next: Day | null }
  | { do: 'waive' }
  /** What the office says to that; `granted` false too where it is taken up again after all. */
  | { do: 'waived'; granted: boolean }
  | { do: 'gain' }
  /** Another edition of its list says otherwise. */
  | { do: 'revise' }
  /** What an earlier ledger says of its unit is taken over. */
  | { do: 'carry' }
  | { do: 'file'; filed: Filed }
  | { do: 'question'; held: boolean }
  /** `unit`: which had asked; null for the supervision office. */
  | { do: 'replied'; unit: Uuid | null }
  /** `open`: everybody may read its words on the public list. */
  | { do: 'promise'; open?: boolean }
  | { do: 'draft' }
  | { do: 'undraft' }
  /** The whole was answered: to be evaluated from now on. */
  | { do: 'answered' }
  /** Struck off without an answer to whoever raised it: they are told why, and judge that. */
  | { do: 'struck' }
  | { do: 'evaluation' }
  /** Nobody was reached: what waits for the call goes on waiting. */
  | { do: 'attempt' }
  /** They were called, or tried as often as the mechanism asks for; `no`: the matter comes back by it. */
  | { do: 'callback'; no?: true }
  | { do: 'drawn' }
  | { do: 'consent'; by: Uuid; yes: boolean }
  | { do: 'publish' }
  | { do: 'withdraw' }
  | { do: 'exclusion'; account: Uuid }
  | { do: 'reviewed'; agreed: boolean }
  | { do: 'join'; into: Uuid; number: string; stage: string; phase: Phase; clocks: ClockLeft[] }
  /** `former`: what it keeps of the other, where it was answered and they judged it; acts of before that was kept have none. */
  | { do: 'part'; former?: Omit<Former, 'act' | 'at'> }
  /** Whoever raised it takes it for the same as another that is open. */
  | { do: 'same' }
  /** `owes`: what is joined was not to be struck off, as whoever raised it was not content; acts of before that was kept have none. */
  | { do: 'gather'; matter: Uuid; number: string; originators: Originator[]; owes?: true }
  | { do: 'release'; matter: Uuid }
  /** What these said of the answer is said of it no more: what they raised goes its own way again. `content`: nobody else was discontent with what was taken up again. */
  | { do: 'unsaid'; by: Uuid[]; content?: true }
  /** The answer stands no more, nor what was said of it; `former`: it is taken up again, and what stood is kept. Acts of before that was kept have none. */
  | { do: 'anew'; former?: true }
  | { do: 'stage'; to: string; phase: Phase }
  | { do: 'unit'; unit: Uuid; part: Part; stance: Stance }
  | { do: 'bounce'; unit: Uuid }
  /** What the file counts for each unit: it has handed the matter back; named again after the second time, it was decided that it takes part. */
  | { do: 'hand-back'; unit: Uuid }
  | { do: 'settled-on'; unit: Uuid }
  | { do: 'leave'; unit: Uuid }
  /** Another unit takes the place of one that is no more: its part, its stance, its open clocks. */
  | { do: 'succeed'; unit: Uuid; heir: Uuid }
  | { do: 'due'; due: Day }
  | { do: 'slip'; unit: Uuid | null; color: SlipColor; clock: string | null }
  /** The unit has said something since its slips; null: those who are named for a sealed matter. */
  | { do: 'slip-answered'; unit: Uuid | null }
  /** The whole was answered, or is over: nothing is asked any more of who has said nothing. */
  | { do: 'slips-ended' }
  | { do: 'list' }
  /** `verified`: what was promised was seen to; else it needed no list any more. */
  | { do: 'delist'; verified: boolean; answeredOn?: Day }
  /** The days of what is listed stand still, and go on. */
  | { do: 'listed-hold'; paused: Paused }
  | { do: 'listed-run'; until: Day }
  | { do: 'raise'; seat: Uuid; unit: Uuid | null }
  | { do: 'lower' }
  /** A seat is asked to help; `unit`: where it sits. */
  | { do: 'help'; seat: Uuid; unit: Uuid | null }
  | { do: 'unhelp'; seat: Uuid }
  | { do: 'instruction' }
  /** The mechanism has every matter of its own confidential. */
  | { do: 'confidential' }
  /** The mechanism seals what its matters say. */
  | { do: 'seal' }
  /** `firms`: what the register calls enterprises that were given by another name, by id; `impartial`: of whoever is appointed that is not known of these; `conflicts`: who is not, and towards which of these. */
  | {
      do: 'parties';
      firms?: Record<Uuid, string>;
      impartial?: 'unknown';
      conflicts?: { seat: Uuid; parties: number[] }[];
    }
  /** Of whoever declared an interest after they were appointed or asked to help: towards which parties. */
  | { do: 'recuse'; conflicts: { seat: Uuid; parties: number[] }[] }
  /** What was found against this one's being impartial does not matter. */
  | { do: 'clear'; seat: Uuid }
  | { do: 'appoint'; seat: Uuid; unit: Uuid; impartial: 'none' | 'unknown' }
  | { do: 'arrange' }
  | { do: 'session' }
  | { do: 'agree' }
  /** `back`: what was found of it before was wrong. */
  | { do: 'obligation'; n: number; state: 'open' | 'kept' | 'broken'; back?: true }
  | { do: 'confirm' }
  | { do: 'ruling' }
  | { do: 'outcome' }
  /** The agreement stands no more, nor any other end. */
  | { do: 'undone' }
  | ({ do: 'target' } & Pick<TargetState, 'target' | 'in' | 'quantity' | 'from' | 'by' | 'plan' | 'start' | 'sense'>)
  | ({ do: 'reading'; target: string } & Pick<ReadingState, 'on' | 'value' | 'odd' | 'away' | 'taken'>)
  /** `lifts`: the work stood, and goes on by this; `since`: it stands on, as it has since then. */
  | { do: 'inspection'; gate: string; passed: boolean; halt: boolean; lifts?: true; since?: string }
  /** Gates of the file reckon with the act: they stand after it, and of `lapses` what was passed before counts no more. */
  | { do: 'reckoned'; lapses: string[] }
  | {
      do: 'start';
      clock: string;
      unit: Uuid | null;
      seat?: Uuid;
      aside?: true;
      lapses?: true;
      wholeDay?: true;
      at: string;
      limit: string;
      calendar: string;
      due: Day;
    }
  | { do: 'stop'; clock: string; unit: Uuid | null; how: 'met' | 'late' | 'void' }
  | { do: 'hold'; clock: string; unit: Uuid | null; paused: Paused }
  | { do: 'run'; clock: string; unit: Uuid | null; due: Day }
  | { do: 'lengthen'; clock: string; unit: Uuid | null; due: Day }
  | { do: 'ask'; unit: Uuid; until: Day; reason: string }
  | { do: 'settle'; unit: Uuid; granted: boolean };

/** An act as the ledger holds it. `at` is UTC, `unit` the unit that acted through its seat. */
export type MatterAct = {
  id: Uuid;
  seq: number;
  kind: string;
  at: string;
  seat: Uuid | null;
  unit: Uuid | null;
  given: Record<string, unknown>;
  effects: Effect[];
  /** The veils that it lays over acts before it, of words that it hides there. */
  veils?: readonly Veil[];
};
