import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import { announce } from '../../../frame/announce.ts';

type Sent = { text: string; id: string };

/**
 * Sends an act on the register, says what was done and reads anew what it may have changed. The same body again goes out
 * under the same id, so that an act whose answer was lost is not done twice.
 */
export function useRegisterAct<R = null>(path: string, said: string, onDone?: (answer: R) => void) {
  const queries = useQueryClient();
  const sent = useRef<Sent | null>(null);
  return useMutation<R, Error, object>({
    mutationFn: (body) => {
      const text = JSON.stringify([path, body]);
      if (sent.current?.text !== text) sent.current = { text, id: uuidv7() };
      return api.act<R>(path, { id: sent.current.id, ...body });
    },
    onSuccess: async (answer) => {
      announce(said);
      onDone?.(answer);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['admin'] }),
        queries.invalidateQueries({ queryKey: ['units'] }),
      ]);
    },
  });
}
