export function findChromium(): { executablePath: string | undefined; source: string } | undefined;
export function ensureChromium(): { executablePath: string | undefined; source: string };
export function headlessChromium(): { executablePath: string | undefined };
