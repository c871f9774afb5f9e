export function miniBrowser(): string | undefined;
export function startWebKit(): Promise<{ port: number; capabilities: object; stop(): void }>;
