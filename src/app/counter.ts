import { sealDecisions } from '../debarments/index.ts';
import { counterSessionRoutes, messengerOf, sweepCounterFiles } from '../counter/index.ts';
import { sweepErasedFiles, type FileStore } from '../platform/files/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Schedule, WorkerOptions } from '../platform/jobs/index.ts';
import { exportPersonal } from '../privacy/index.ts';
import type { Channels } from './channels.ts';

/** What is enqueued for people and needs their files. */
export const counterJobs = (files: FileStore): WorkerOptions['jobs'] => [exportPersonal(files)];

/** What is done by the clock with the files of people. */
export const counterSchedules = (files: FileStore): readonly Schedule[] => [
  { at: '37 18 * * *', job: sweepCounterFiles(files) },
  { at: '47 * * * *', job: sweepErasedFiles(files) },
  // Ten past two in the morning of the city.
  { at: '10 18 * * *', job: sealDecisions(files) },
];

/** The counter's routes that send something; a fault in sending is told and ends nothing. */
export const counterRoutes = ({ mail, sms }: Channels, onFault: (error: unknown) => void): readonly RoutePlugin[] => [
  counterSessionRoutes(messengerOf(mail, sms), onFault),
];
