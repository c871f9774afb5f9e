import type { LaunchOptions } from 'playwright';
export function findFirefox(): LaunchOptions | undefined;
export function hasWebKitGtk(): boolean;
export function findWebKit(): 'playwright' | 'webkitgtk' | undefined;
export function skipped(): string[];
