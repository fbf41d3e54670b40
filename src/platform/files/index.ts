export { FILE_LIMIT, FileReceipt, type FileFacts } from './contract.ts';
export { keepFile } from './files.acts.ts';
export { findFile, findFileFacts, findFiles } from './file.store.ts';
export { diskFiles, type FileStore } from './store.ts';
export { verifyFiles } from './verify.ts';
