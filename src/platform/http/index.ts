export { buildHttp, type Http, type HttpDeps, type HttpOptions, type RoutePlugin } from './build.ts';
export { readUpload, type Upload } from './upload.ts';
