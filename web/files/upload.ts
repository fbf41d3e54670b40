import { ApiProblem, type ProblemDetails } from '../api.ts';

const NO_LINE: ProblemDetails = { title: '', status: 0, code: 'web.no-line' };

/**
 * Sends a file's bytes and says how far it is, 0 to 1; `fetch` cannot tell. 1 means that all is sent and the server reads.
 * Throws {@link ApiProblem}.
 */
export function upload<T>(path: string, file: File, progress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.upload.onload = () => progress(1);
    request.onerror = () => reject(new ApiProblem(NO_LINE));
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as T);
      const known = (request.response ?? {}) as Partial<ProblemDetails>;
      reject(new ApiProblem({ title: request.statusText, code: 'web.server-fault', ...known, status: request.status }));
    };
    request.send(file);
  });
}
