import { queryOptions } from '@tanstack/react-query';
import type { NoticeSettings } from '../../../../src/notices/contract.ts';
import { api } from '../../../api.ts';

export const settingsQuery = queryOptions({
  queryKey: ['notices', 'settings'],
  queryFn: ({ signal }) => api.get<NoticeSettings>('/api/notices/settings', signal),
});

/** `540` as `09:00`. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
