import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settingsQuery } from './settings.ts';

/** Something done to one of my ways; what the settings show is read again afterwards. */
export function useWay<V, R>(work: (value: V) => Promise<R>, done?: (result: R) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: async (result) => {
      await queries.invalidateQueries(settingsQuery);
      done?.(result);
    },
  });
}
