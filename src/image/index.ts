export { readHeader, type Header } from './header.js';
export { ImageError, type ImageProblem } from './image-error.js';
export { inspect } from './inspect.js';
export { prepare, type Prepared, type PrepareOptions } from './prepare.js';
export { thumbnail } from './thumbnail.js';
export { toBase64 } from './to-base64.js';
