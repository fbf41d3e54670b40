import { expect, test } from 'vitest';
import { ApiProblem, type ProblemDetails } from '../../../api.ts';
import { mayPass, movedTo } from './mayPass.ts';

const problem = (code: string, status: number, more: Partial<ProblemDetails> = {}) =>
  new ApiProblem({ title: '', code, status, ...more });

test.each<[what: string, error: Error, again: boolean]>([
  ['no line to the server', problem('web.no-line', 0), true],
  ['the server was away', problem('web.server-fault', 503), true],
  ['too much at once', problem('http.too-many', 429), true],
  ['others acted meanwhile', problem('matter.moved-on', 409, { params: { seq: 7, seen: 4 } }), true],
  [
    'a day in the form is wrong',
    problem('matter.due-past', 422, { errors: [{ pointer: '/given/due', detail: '' }] }),
    true,
  ],
  ['this seat may not', problem('matter.not-yours', 403), false],
  ['the stage forbids it', problem('matter.stage-forbids-act', 422), false],
  ['it was accepted already', problem('matter.already-accepted', 409), false],
  ['it is not to be seen any more', problem('matter.not-found', 404), false],
])('%s: again or not', (_, error, again) => expect(mayPass(error)).toBe(again));

test('where others acted, the step that one is told of is the one that is seen when it is tried again', () => {
  expect(movedTo(problem('matter.moved-on', 409, { params: { seq: 7, seen: 4 } }))).toBe(7);
  expect(movedTo(problem('matter.not-yours', 403))).toBeNull();
});
