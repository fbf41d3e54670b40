import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, nationalCalendar as calendar } from '../../kernel/index.ts';
import { ActKind, phaseOf } from '../../mechanism/index.ts';
import { viewClock } from './clocks.rules.ts';
import { foldAll } from './fold.rules.ts';
import { SEATS } from './life.fixture.ts';
import { choices, whyNot } from '../matter.policy.ts';
import type { MatterAct } from './effect.rules.ts';
import { walk, walked, worlds } from './walk.fixture.ts';

const runs = { numRuns: 60 };

test.each(worlds)('whatever is done, a matter under %s makes sense', (_, world) => {
  fc.assert(
    fc.property(walk, (steps) => {
      for (const { before, after, act } of walked(steps, world)) {
        if (!after || !act) continue;
        expect(act.seq).toBe((before?.seq ?? 0) + 1);
        expect(phaseOf(world.mechanism!, after.stage)).toBe(after.phase);
        expect(act.at >= (before?.updatedAt ?? '')).toBe(true);
        const open = after.clocks.filter((c) => c.stoppedAt === null);
        expect(new Set(open.map((c) => `${c.clock} ${c.unit}`)).size).toBe(open.length);
        if (after.phase === 'closed') expect(open).toEqual([]);
        expect(open.every((c) => c.unit === null || after.units.some((u) => u.unit === c.unit))).toBe(true);
        expect(after.clocks.every((c) => (c.stoppedAt === null) === (c.how === null))).toBe(true);
        expect(after.paused).toBe(open.some((c) => c.paused !== null));
        expect(after.asked.every((a) => after.units.some((u) => u.unit === a.unit))).toBe(true);
        expect(after.counts.bounces).toBeGreaterThanOrEqual(before?.counts.bounces ?? 0);
        expect(after.units.filter((u) => u.part === 'lead').length).toBe(after.units.length ? 1 : 0);
      }
    }),
    runs,
  );
});

test.each(worlds)('what has stopped never runs again and is never judged anew, under %s', (_, world) => {
  fc.assert(
    fc.property(walk, (steps) => {
      for (const { before, after } of walked(steps, world)) {
        if (before && after) before.clocks.forEach((c, i) => c.stoppedAt && expect(after.clocks[i]).toEqual(c));
      }
    }),
    runs,
  );
});

test('a co-unit never moves the stage, and only the office or a mayor ends anything', () => {
  const enders = new Set<string>(['supervisor', 'mayor']);
  fc.assert(
    fc.property(walk, (steps) => {
      for (const { before, after, act, step } of walked(steps, worlds[0]![1])) {
        if (!before || !after || !act || before.stage === after.stage) continue;
        expect(before.units.find((u) => u.unit === act.unit)?.part).not.toBe('co');
        if (after.phase === 'closed') expect(enders.has(SEATS[step[0]].role)).toBe(true);
      }
    }),
    runs,
  );
});

test('a deadline moves only by an act that is about time', () => {
  const aboutTime = new Set(['assign', 'grant', 'resume', 'instruct']);
  fc.assert(
    fc.property(walk, (steps) => {
      for (const { before, after, act } of walked(steps, worlds[0]![1])) {
        if (!before || !after || !act || aboutTime.has(act.kind)) continue;
        before.clocks.forEach((c, i) => expect(after.clocks[i]!.due).toBe(c.due));
      }
    }),
    runs,
  );
});

test.each(worlds)('what the page is told an act may do is what happens, under %s', (_, world) => {
  const mechanism = world.mechanism!;
  const never =
    /given|give-|in-the-past|lead-is-co|changes-nothing|not-answered|extension-not-later|asked-by|not-in-matter|nothing-to-extend|promise-after|says-why|lower-first|owes-nothing|already-raised|higher-seat|title-is-theirs|party|parties|in-future|side-|obligation|appoint|signing|too-late|listed-too-far|always-confidential|a-helping-seat|already-helps|takes-part-already|does-not-help|ends-own-help/u;
  fc.assert(
    fc.property(walk, (steps) => {
      for (const { before, code, step } of walked(steps, world)) {
        const [who, kind] = step;
        if (!before || kind === 'register' || !mechanism.acts[kind]) continue;
        const now = new Date(`2026-${step[2].replace(' ', 'T')}+08:00`);
        const instant = now.toISOString() < before.updatedAt ? new Date(before.updatedAt) : now;
        const choice = choices(mechanism, before, SEATS[who], instant).find((c) => c.kind === kind);
        if (!choice) {
          // What only follows of itself is no choice of anybody's; everything else is, whoever looks.
          expect([kind, mechanism.acts[kind].by.filter((actor) => actor !== 'ladder')]).toEqual([kind, []]);
          continue;
        }
        expect(choice.code).toBe(whyNot(mechanism, before, SEATS[who], kind, instant)?.code ?? null);
        // What is open may still be refused for what was given with it, and for nothing else.
        if (choice.allowed) expect(code ?? 'given').toMatch(never);
        else expect(code).toBe(choice.code);
      }
    }),
    runs,
  );
});

test.each(worlds)('the acts as stored give the same matter again, under %s', (_, world) => {
  fc.assert(
    fc.property(walk, (steps) => {
      const all = walked(steps, world);
      const acts = all.flatMap(({ act }) => (act ? [act] : []));
      const stored = acts.map((act) => JSON.parse(canonicalJson(act)) as MatterAct);
      expect(canonicalJson(foldAll(stored))).toBe(canonicalJson(all.at(-1)!.after));
    }),
    runs,
  );
});

test('every clock can be shown at any time', () => {
  fc.assert(
    fc.property(walk, fc.integer({ min: -10, max: 400 }), (steps, days) => {
      const state = walked(steps, worlds[0]![1]).at(-1)!.after!;
      const now = new Date(Date.parse(state.updatedAt) + days * 86_400_000);
      for (const clock of state.clocks) {
        const view = viewClock(clock, now, calendar);
        expect(view.workdaysLeft === null).toBe(clock.stoppedAt !== null);
        expect(view.spent).toBeGreaterThanOrEqual(0);
        if (view.slip === 'overdue') expect(view.workdaysLeft).toBeLessThan(0);
      }
    }),
    runs,
  );
});

/** So deep behind a judgement or an answer that chance hardly comes there; told step by step in life/*.rules.test.ts. */
const RARE: ReadonlySet<string> = new Set(['exclude', 'review', 'delist', 'promise', 'draw', 'publish', 'withdraw']);

test.each([worlds[0]!, worlds[2]!])(
  'the walks go somewhere: every kind of act is done, and matters end, under %s',
  (_, world) => {
    const done = new Set<string>();
    const stages = new Set<string>();
    for (const steps of fc.sample(walk, { numRuns: 200, seed: 7 }))
      for (const { act, after } of walked(steps, world)) {
        if (act) done.add(act.kind);
        if (after) stages.add(after.stage);
      }
    expect(ActKind.options.filter((kind) => world.mechanism!.acts[kind] && !done.has(kind) && !RARE.has(kind))).toEqual(
      [],
    );
    expect(stages).toContain('closed');
  },
);
