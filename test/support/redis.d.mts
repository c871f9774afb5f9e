export interface Redis {
  port: number;
  url: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
}
export function findRedis(): string | undefined;
export function ensureRedis(): string;
export function startRedis(port?: number): Promise<Redis>;
