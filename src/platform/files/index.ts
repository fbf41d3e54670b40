export { FILE_LIMIT, FileReceipt } from './contract.ts';
export { keepFile } from './files.acts.ts';
export { findFile, findFiles, findMissingFiles } from './file.store.ts';
export { diskFiles, type FileStore } from './store.ts';
