import { uuidv7 } from '../../act-id.ts';
import { passCode } from '../../../src/directory/originators/pass.rules.ts';
import type { Sent } from './FilesField.tsx';

/** Where somebody is, in degrees (WGS 84), and how exact that is; `pointed`: on a map. */
export type Here = {
  readonly longitude: number;
  readonly latitude: number;
  readonly metres: number;
  readonly pointed?: boolean;
};

/** An appeal as it is being written. `id`, `by` and `pass` are drawn once, so that sending it again is sending the same. */
export type Draft = {
  readonly id: string;
  readonly by: string;
  readonly pass: string;
  readonly text: string;
  readonly place: string;
  readonly here: Here | null;
  readonly category: string;
  readonly files: readonly Sent[];
  readonly kind: 'enterprise' | 'person' | 'unknown';
  readonly enterprise: string;
  readonly contact: string;
  readonly confidential: boolean;
  readonly unnamed: boolean;
  /** Whether question and answer may be published; null where that was not said. */
  readonly consents: boolean | null;
  /** The id of the note that it is the same as one of others; null where that was not said. */
  readonly same: string | null;
};

const KEY = 'huiyin.appeal';

const fresh = (): Draft => ({
  id: uuidv7(),
  by: uuidv7(),
  pass: passCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
  text: '',
  place: '',
  here: null,
  category: '',
  files: [],
  kind: 'enterprise',
  enterprise: '',
  contact: '',
  confidential: false,
  unnamed: false,
  consents: null,
  same: null,
});

/** What was being written in this tab, else nothing yet. Kept for the tab alone: the phone may be somebody else’s. */
export function keptDraft(): Draft {
  try {
    return { ...fresh(), ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Draft>) };
  } catch {
    return fresh();
  }
}

export function keepDraft(draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing still sends.
  }
}

export const dropDraft = (): void => sessionStorage.removeItem(KEY);
