import type { LaunchOptions } from 'playwright';
export function findFirefox(): LaunchOptions | undefined;
export function findWebKit(): 'playwright' | 'webkitgtk' | undefined;
