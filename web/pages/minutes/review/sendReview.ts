import type { SaveDraft } from '../../../../src/intake/contract.ts';
import { api, ApiProblem } from '../../../api.ts';
import type { Review } from './review.ts';

type Answer =
  | { readonly version: number }
  /** `movedOn`: somebody else has saved since. `mayHaveArrived`: nobody knows, and it is to be sent again. */
  | { readonly error: unknown; readonly movedOn: boolean; readonly mayHaveArrived: boolean };

/** Sends a draft as it is now, made of the version that was here; answers its new version, or why there is none. */
export async function sendReview(id: string, review: Review, version: number): Promise<Answer> {
  try {
    const body: SaveDraft = { ...review, version };
    return await api.put<{ version: number }>(`/api/minutes/${id}`, body);
  } catch (error) {
    const known = error instanceof ApiProblem ? error.problem : null;
    const movedOn = known?.code === 'intake.draft-moved-on';
    return { error, movedOn, mayHaveArrived: known !== null && (known.status <= 0 || known.status >= 500) };
  }
}
