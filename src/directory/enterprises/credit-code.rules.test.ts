import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCheckDigit, creditCodeFault, creditCodeOf } from './credit-code.rules.ts';

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const sign = fc.constantFrom(...SIGNS);
const digit = fc.constantFrom(...'0123456789');
const first = fc
  .tuple(
    fc.array(sign, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(sign, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));
const whole = first.map((text) => text + creditCheckDigit(text)!);

describe('a unified social credit code', () => {
  test.each([
    ['91350100M000100Y43', null, 'an example from the standard’s time'],
    ['9144030071526726XG', null, 'an enterprise of Shenzhen'],
    ['914403001922038216', null, 'another'],
    ['91330100799655058B', null, 'one of Hangzhou'],
    ['914403001922038217', 'check', 'the last sign is another'],
    ['914403001922038126', 'check', 'two neighbours changed places'],
    ['91440300192203821', 'form', 'one sign is lacking'],
    ['91440300I92203821O', 'form', 'I and O are no signs of it'],
    ['9144O3001922038216', 'form', 'a letter among the digits of the place'],
    ['', 'form', 'nothing at all'],
  ])('%s: %s, %s', (code, fault, _why) => {
    expect(creditCodeFault(code)).toBe(fault);
  });

  test('is taken as people type it', () => {
    expect(creditCodeOf(' ９144 0300-1922038216 ')).toBe('914403001922038216');
    expect(creditCodeOf('9144030071526726xg')).toBe('9144030071526726XG');
  });

  test('with its own check digit it is right, and any one other sign in any place is noticed', () => {
    fc.assert(
      fc.property(whole, fc.nat(17), sign, (code, place, other) => {
        expect(creditCodeFault(code)).toBeNull();
        fc.pre(code[place] !== other);
        expect(creditCodeFault(code.slice(0, place) + other + code.slice(place + 1))).not.toBeNull();
      }),
    );
  });

  test('two different neighbours that changed places are noticed', () => {
    fc.assert(
      fc.property(whole, fc.nat(16), (code, place) => {
        const [a, b] = [code[place]!, code[place + 1]!];
        fc.pre(a !== b);
        expect(creditCodeFault(code.slice(0, place) + b + a + code.slice(place + 2))).not.toBeNull();
      }),
    );
  });
});
