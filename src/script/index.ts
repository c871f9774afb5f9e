// What a page without a bundler can use besides the element itself. The event classes stay inside: pages know events by name.
import '../define.js';

export { PatternError, PatternGenerator, registerLocale, registerProvider } from '../index.js';
