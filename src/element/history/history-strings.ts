// Kept beside the strip, so that only those who see it load them; `strings` of the page go before these.
const texts: Record<string, Record<string, string>> = {
  en: { history: 'Your recent patterns', historyShow: 'Show {name} again', historyRemove: 'Remove {name}' },
  es: { history: 'Tus patrones recientes', historyShow: 'Ver {name} otra vez', historyRemove: 'Quitar {name}' },
};

export const historyTexts = (lang: string, own: Record<string, string>) => ({
  ...texts.en,
  ...texts[lang.slice(0, 2).toLowerCase()],
  ...own,
});
