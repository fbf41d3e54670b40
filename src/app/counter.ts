import { counterSessionRoutes, messengerOf, sweepCounterFiles } from '../counter/index.ts';
import type { FileStore } from '../platform/files/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Schedule } from '../platform/jobs/index.ts';
import type { Channels } from './channels.ts';

/** What the counter has done by night. */
export const counterSchedules = (files: FileStore): readonly Schedule[] => [
  { at: '37 18 * * *', job: sweepCounterFiles(files) },
];

/** The counter's routes that send something; a fault in sending is told and ends nothing. */
export const counterRoutes = ({ mail, sms }: Channels, onFault: (error: unknown) => void): readonly RoutePlugin[] => [
  counterSessionRoutes(messengerOf(mail, sms), onFault),
];
