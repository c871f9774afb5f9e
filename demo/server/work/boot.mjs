// A thread does not inherit the parent's TypeScript loader on every Node that we support, so it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
