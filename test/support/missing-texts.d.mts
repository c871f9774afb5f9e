type Texts = Record<string, string>;
export function gaps(language: string, texts: Texts, english: Texts): string[];
