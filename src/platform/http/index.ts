export { attachment } from './attachment.ts';
export { buildHttp } from './build.ts';
export { foreseen } from './faults.ts';
export { inputProblem } from './input.ts';
export { languageIn } from './language.ts';
export type { Http, HttpOptions, RoutePlugin } from './plugin.ts';
export { readUpload } from './upload.ts';
