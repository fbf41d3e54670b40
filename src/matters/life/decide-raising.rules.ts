import { no, ok, problem, type Result } from '../../kernel/index.ts';
import type { Checked } from './ask.rules.ts';
import type { Effect } from './effect.rules.ts';

/**
 * Who raised a matter that is being registered, and by which way it came. Whoever raises one themselves raises it in their own
 * name and no other; a clerk may write one down of which nobody is known.
 */
export function decideRaising({ mechanism, caller, given, filed }: Checked<'register'>): Result<Effect[]> {
  const { originator = null, unnamed = false, channel = null } = given;
  const raises = caller.role === 'originator';
  if (raises && originator !== null && originator !== caller.seat)
    return no(problem('matter.not-your-name', {}, { status: 403, pointer: '/given/originator' }));
  if (channel !== null && !Object.hasOwn(mechanism.channels ?? {}, channel)) {
    const known = Object.keys(mechanism.channels ?? {});
    return no(problem('matter.no-such-channel', { channel, known }, { pointer: '/given/channel' }));
  }
  if (given.category && !filed)
    return no(problem('matter.no-such-category', { category: given.category }, { pointer: '/given/category' }));
  const who = raises ? caller.seat : originator;
  if (who === null) return ok([]);
  if (!mechanism.originators)
    return no(problem('matter.has-no-originators', { mechanism: mechanism.key }, { pointer: '/given/originator' }));
  return ok([
    { do: 'originate', originator: who, unnamed },
    ...(given.consents === undefined ? [] : [{ do: 'consent', by: who, yes: given.consents } as const]),
  ]);
}
