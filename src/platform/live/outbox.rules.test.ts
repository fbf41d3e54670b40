import { describe, expect, it } from 'vitest';
import type { Moved } from './contract.ts';
import { added, beaten, EMPTY, emptied, framesOf, greeted, MOST_WAITING } from './outbox.rules.ts';

const one = (n: number, seq: number): Moved => ({
  room: 'matter',
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  seq,
  round: null,
});
const news = (...moved: Moved[]) => ({ moved, mine: false });
const eventsIn = (frames: string): (string | undefined)[] =>
  frames
    .split('\n\n')
    .slice(0, -1)
    .map((frame) => /event: (\w+)/.exec(frame)?.[1]);

describe('what waits for a slow reader', () => {
  it('holds the newest place of each matter, and the newest position', () => {
    const box = added(added(EMPTY, news(one(1, 3), one(2, 1)), '5:5:'), news(one(1, 4)), '6:6:');
    const frames = framesOf(box);
    expect(eventsIn(frames)).toEqual(['moved']);
    expect(frames).toContain('id: 6:6:');
    expect([...box.moved.values()].map(({ seq }) => seq)).toEqual([4, 1]);
  });

  it('never goes back to an earlier place', () => {
    const box = added(added(EMPTY, news(one(1, 4)), '5:5:'), news(one(1, 3)), '6:6:');
    expect([...box.moved.values()]).toEqual([one(1, 4)]);
  });

  it('becomes “read everything anew” past its bound, and takes no more room however much follows', () => {
    let box = EMPTY;
    for (let n = 0; n <= MOST_WAITING; n++) box = added(box, news(one(n, 1)), `${n}:${n}:`);
    expect(eventsIn(framesOf(box))).toEqual(['reset']);
    box = added(box, news(one(1, 9)), '900:900:');
    expect(box.moved.size).toBe(0);
    expect(framesOf(box)).toContain('id: 900:900:');
  });

  it('says that a list of mine changed even where nothing may be named', () => {
    expect(framesOf(added(EMPTY, { moved: [], mine: true }, '5:5:'))).toContain('"mine":true');
  });

  it('has a position only once all before it is heard: a hello that news follow has none', () => {
    const frames = framesOf(added(greeted(EMPTY, 'resumed', '5:5:'), news(one(1, 2)), '5:5:'));
    expect(eventsIn(frames)).toEqual(['hello', 'moved']);
    expect(frames.match(/^id: /gm)).toHaveLength(1);
    expect(frames.indexOf('id: ')).toBeGreaterThan(frames.indexOf('event: moved'));
  });

  it('says nothing where there is nothing to say, and beats only then', () => {
    expect(framesOf(EMPTY)).toBe('');
    expect(eventsIn(framesOf(beaten(EMPTY, '5:5:')))).toEqual(['beat']);
    expect(eventsIn(framesOf(beaten(added(EMPTY, news(one(1, 2)), '5:5:'), '5:5:')))).toEqual(['moved']);
    expect(eventsIn(framesOf(emptied(EMPTY, '5:5:')))).toEqual(['reset']);
  });
});
