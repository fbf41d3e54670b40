export * from './problem.ts';
export * from './result.ts';
export * from './ids.ts';
export * from './day.ts';
export * from './calendar.ts';
export * from './deadline.rules.ts';
export * from './canonical.ts';
export * from './chinese.ts';
