import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../api.ts';
import type { FileReceipt } from '../receipt.ts';
import { GIVEN_UP, makeDesk, type Send } from './desk.ts';

type Under = {
  file: File;
  share: (part: number) => void;
  signal: AbortSignal;
  done: (receipt: FileReceipt) => void;
  fail: (why: unknown) => void;
};

/** A desk whose files come when the test says so. */
function aDesk() {
  const under: Under[] = [];
  const taken: string[] = [];
  const send: Send = (file, hear) =>
    new Promise((done, fail) => {
      under.push({ file, ...hear, done, fail });
    });
  const desk = makeDesk(send);
  desk.handTo(({ name }) => taken.push(name));
  const states = () => desk.all().map(({ name, state }) => `${name} ${state}`);
  return { desk, under, taken, states };
}
const files = (...names: string[]) => names.map((name) => new File(['…'], name));
const receipt = (name: string): FileReceipt => ({ id: name, name, mediaType: 'image/png', size: 3 });
const settled = () => new Promise((resolve) => setTimeout(resolve));
const problem = (status: number) => new ApiProblem({ title: '', status, code: 'x' });

describe('files on their way', () => {
  test('go two at a time, and each is handed over as it is taken', async () => {
    const { desk, under, taken, states } = aDesk();
    desk.take(files('甲', '乙', '丙'));
    expect(states()).toEqual(['甲 going', '乙 going', '丙 waiting']);
    under[1]!.done(receipt('乙'));
    await settled();
    expect(states()).toEqual(['甲 going', '丙 going']);
    expect(taken).toEqual(['乙']);
  });

  test('say how much of them has come', () => {
    const { desk, under } = aDesk();
    desk.take(files('甲'));
    under[0]!.share(0.4);
    expect(desk.all()[0]).toMatchObject({ share: 0.4 });
  });

  test('held up by a line wait to be sent on, keep their share, and let the next one go', async () => {
    const { desk, under, states } = aDesk();
    desk.take(files('甲', '乙', '丙'));
    under[0]!.share(0.6);
    under[0]!.fail(problem(0));
    await settled();
    expect(states()).toEqual(['甲 cut', '乙 going', '丙 going']);
    expect(desk.all()[0]).toMatchObject({ share: 0.6 });
    desk.again();
    expect(states()[0]).toBe('甲 waiting');
    under[1]!.done(receipt('乙'));
    await settled();
    expect(under.at(-1)!.file.name).toBe('甲');
  });

  test.each([
    [415, 'refused'],
    [413, 'refused'],
    [401, 'cut'],
    [429, 'cut'],
    [503, 'cut'],
  ])('an answer of %i leaves a file %s', async (status, state) => {
    const { desk, under, states } = aDesk();
    desk.take(files('甲'));
    under[0]!.fail(problem(status));
    await settled();
    expect(states()).toEqual([`甲 ${state}`]);
  });

  test('taken out by hand are forgotten by the server too; those of a closed form are not', () => {
    const { desk, under, states } = aDesk();
    desk.take(files('甲', '乙'));
    desk.drop('1');
    expect([under[0]!.signal.aborted, under[0]!.signal.reason]).toEqual([true, GIVEN_UP]);
    expect(states()).toEqual(['乙 going']);
    desk.close();
    expect(under[1]!.signal.aborted).toBe(true);
    expect(under[1]!.signal.reason).not.toBe(GIVEN_UP);
    expect(states()).toEqual([]);
  });

  test('that come after they were taken out are not attached', async () => {
    const { desk, under, taken } = aDesk();
    desk.take(files('甲'));
    desk.drop('1');
    under[0]!.done(receipt('甲'));
    await settled();
    expect(taken).toEqual([]);
  });

  test('a refusal stays to be read until something else is chosen', async () => {
    const { desk, under, states } = aDesk();
    desk.take(files('甲'));
    under[0]!.fail(problem(415));
    await settled();
    desk.take(files('乙'));
    expect(states()).toEqual(['乙 going']);
  });
});
