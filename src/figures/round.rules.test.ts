import { expect, test } from 'vitest';
import type { MatterState } from '../matters/index.ts';
import type { Mechanism } from '../mechanism/index.ts';
import { figuresOf, type Counted } from './round.rules.ts';

const closed = (id: string, joined: object | null): Counted => ({
  id,
  state: { phase: 'closed', joined, clocks: [], counts: { bounces: 1 } } as unknown as MatterState,
  mechanism: { clocks: {} } as Mechanism,
});

test('a matter that was joined to another is counted there and in no figure of its own', () => {
  const figures = figuresOf([closed('its own way', null), closed('joined', { into: 'another' })], new Date(0));
  for (const { key, matters } of figures)
    expect(matters, key).toEqual(['running', 'overdue', 'late'].includes(key) ? [] : ['its own way']);
});

test('a leader’s word or a higher seat’s answer that comes late makes no matter late', () => {
  const clock = (scope: string, from: string[]) => ({ scope, from, until: ['answer', 'close'], limit: '3 workdays' });
  const mechanism = {
    clocks: {
      answer: clock('unit', ['assign']),
      instruction: clock('unit', ['instruct']),
      raised: clock('raised', ['raise']),
    },
  } as unknown as Mechanism;
  const late = (name: string): Counted => ({
    id: name,
    state: {
      phase: 'answered',
      joined: null,
      clocks: [{ clock: name, how: 'late' }],
      counts: {},
    } as unknown as MatterState,
    mechanism,
  });
  const figures = figuresOf(['answer', 'instruction', 'raised'].map(late), new Date(0));
  expect(figures.find(({ key }) => key === 'late')?.matters).toEqual(['answer']);
});
