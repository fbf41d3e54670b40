export { buildHttp } from './build.ts';
export type { Http, HttpOptions, RoutePlugin } from './plugin.ts';
export { readUpload } from './upload.ts';
