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
