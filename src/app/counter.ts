import { counterSessionRoutes, messengerOf } from '../counter/index.ts';
import type { RoutePlugin } from '../platform/http/index.ts';
import type { Channels } from './channels.ts';

/** The counter's routes that send something; a fault in sending is told and ends nothing. */
export const counterRoutes = ({ mail, sms }: Channels, onFault: (error: unknown) => void): readonly RoutePlugin[] => [
  counterSessionRoutes(messengerOf(mail, sms), onFault),
];
