export { MEASURES, type Comparison } from './compare.rules.ts';
export { simulate } from './simulate.ts';
