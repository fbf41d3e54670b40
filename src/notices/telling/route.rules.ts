import { reachOf } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { mayRead, mentioned, type MatterAct, type MatterState } from '../../matters/index.ts';
import type { NoticeKind } from '../contract.ts';
import { holds } from './holds.rules.ts';
import type { People } from './people.rules.ts';
import { recipients } from './recipients.rules.ts';
import { byLadder, say, to, toAllNamed, toNamed, toSeat, type Told } from './told.rules.ts';

/**
 * Who is told of an act, of what, and why they. To the owner first, to the superior only of what the owner let pass, never
 * to all; not to whoever acted, nor to anybody who may not read the matter, and not of what is no longer so. `matter` is the
 * matter as it is now, which may be some acts later. Pure.
 */
export function route(act: MatterAct, matter: MatterState, people: People): Told[] {
  // Whoever the act concerns anyway hears of that: they read the words in which they are named.
  const those = matter.sealed ? amongNamed(act, matter, people) : recipients(act, matter, people);
  const all = [...those, ...byName(act, people)];
  const actor = people.roster.find((s) => s.seat === act.seat);
  return fit(all, matter, people).filter((told) => told.seat !== act.seat && told.account !== actor?.account);
}

/**
 * Those to whom it may be said, and where it is still so; each seat once of a kind, by the first reason given. Of two kinds that
 * one act is to a seat, the first that its person wants is written: what is told of an act is told once.
 */
export function fit(all: readonly Told[], matter: MatterState, people: People): Told[] {
  const seats = new Map(people.roster.map((s) => [s.seat, s]));
  const fitting = all.filter((told) => {
    const held = seats.get(told.seat);
    if (!held || !holds(told, matter)) return false;
    return mayRead({ ...held, units: reachOf(people.units, held.unit) }, matter, people.above);
  });
  const same = (told: Told) => (first: Told) => first.seat === told.seat && first.kind === told.kind;
  return fitting.filter((told, i) => fitting.findIndex(same(told)) === i);
}

/** Who of those named for a sealed matter is told of an act; nobody else is. */
function amongNamed(act: MatterAct, matter: MatterState, people: People): Told[] {
  const hand = (kind: NoticeKind) => toNamed(people, matter, say(kind, null));
  const all = (kind: NoticeKind) => toAllNamed(people, matter, say(kind, null));
  switch (act.kind) {
    case 'register':
    case 'help':
      return act.effects.flatMap((effect) =>
        effect.do === 'help' ? toSeat(people, effect.seat, say('received', null), 'sealed') : [],
      );
    case 'reply':
      return hand('replied');
    case 'note':
    case 'attach':
      return matter.originators.some(({ id }) => id === act.seat) ? hand('added') : [];
    case 'wish':
      return all('erasing');
    case 'answer':
      return all('answered');
    case 'instruct':
      return all('instructed');
    case 'slip':
      return byLadder(act) ? [] : all('slipped');
    case 'list':
      return byLadder(act) ? [] : all('listed');
    case 'remind':
      return byLadder(act) ? [] : all('reminded');
    case 'raise':
      if (byLadder(act)) return [];
      return [...toSeat(people, (act.given as { seat: Uuid }).seat, say('raised', null)), ...all('raised')];
    default:
      return [];
  }
}

/** Those whom the words of an act call by name. */
function byName(act: MatterAct, { roster }: People): Told[] {
  const seats = mentioned(act.given);
  const called = seats.length ? roster.filter((s) => seats.includes(s.seat)) : [];
  return to(called, 'named', say('mentioned', act.unit));
}
