export { buildHttp } from './build.ts';
export type { Http, HttpDeps, HttpOptions, RoutePlugin } from './plugin.ts';
export { readUpload, type Upload } from './upload.ts';
