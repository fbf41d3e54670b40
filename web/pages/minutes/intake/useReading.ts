import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DraftReceipt } from '../../../../src/intake/contract.ts';
import { api, query } from '../../../api.ts';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import { draftQuery, draftsQuery } from '../minutes.queries.ts';
import { upload } from '../../../files/upload.ts';

/** What is being read: a name, and how much of it has been sent (null while the server reads). */
export type Progress = { name: string; share: number | null };

/** Hands minutes to the reader, as a file or as text, and opens the draft that comes of it. */
export function useReading(date: string) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  async function read(name: string, ask: () => Promise<DraftReceipt>, taken?: () => void): Promise<void> {
    setFault(null);
    setProgress({ name, share: null });
    try {
      const { id, known } = await ask();
      taken?.();
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate({ to: '/minutes/$id', params: { id } });
      const { items } = await queries.ensureQueryData(draftQuery(id));
      const came = items.length === 0 ? 'none' : known ? 'known' : 'read';
      announce(t(`documents.minutes.${came}`));
    } catch (error) {
      setFault(error);
    } finally {
      setProgress(null);
    }
  }

  const text = (words: string, on = date, name?: string) =>
    api.post<DraftReceipt>('/api/minutes', { text: words, ...(on ? { date: on } : {}), ...(name ? { name } : {}) });

  return {
    progress,
    fault,
    /** `taken` is called as soon as the words are with the server. */
    readText: (words: string, taken: () => void) => read(t('documents.minutes.pasted'), () => text(words), taken),
    readFile: (file: File) =>
      read(file.name, () =>
        upload<DraftReceipt>(`/api/minutes/file${query({ name: file.name, date })}`, file, (share) =>
          setProgress({ name: file.name, share: share < 1 ? share : null }),
        ),
      ),
    readSample: () =>
      read(t('documents.minutes.sample'), async () => {
        const sample = await api.get<{ text: string; name: string; date: string }>('/api/minutes/sample');
        return text(sample.text, date || sample.date, sample.name);
      }),
  };
}
