import type { playwright } from '@vitest/browser-playwright';
export function webkitgtk(): ReturnType<typeof playwright>;
