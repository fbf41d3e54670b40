export { FileReceipt, type FileFacts } from './contract.ts';
export { keepFile } from './files.acts.ts';
export { findFile, findFileFacts, findFiles } from './file.store.ts';
export { FILE_LIMIT } from './media.rules.ts';
export { diskFiles, type FileStore } from './store.ts';
export { asMetadata, nameIn, TUS_EXTENSIONS, TUS_VERSION } from './tus.rules.ts';
export { dropUpload, getUpload, openUpload, receive, takeUpload } from './upload.acts.ts';
export { sweepUploads } from './upload.jobs.ts';
export { verifyFiles } from './verify.ts';
