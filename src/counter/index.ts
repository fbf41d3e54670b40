export { answerRoutes } from './answers.routes.ts';
export { appealRoutes } from './appeal.routes.ts';
export { behalfRoutes } from './behalf/behalf.routes.ts';
export { sweepCounterFiles } from './files.jobs.ts';
export { messengerOf, type Messenger } from './messenger.ts';
export { open311Routes } from './sources/open311.routes.ts';
export { sourceRoutes } from './sources/source.routes.ts';
export { sourceSubject } from './sources/source.register.ts';
export { counterSessionRoutes } from './session.routes.ts';
