import type { ReactiveController } from 'lit';
import { onRegistration } from '../providers/registry.js';
import { surroundings } from './controllers/surroundings.js';
import { languageOf } from './language.js';
import type { PatternSettings } from './settings.js';
import { fetchLocale, stringsFor, type Strings } from './texts/strings.js';

export interface Spoken {
  lang: string;
  strings: Strings;
}

/** The language and the words of an element, live: `lang` and `dir` around it, its own `strings`, languages that arrive. */
export class Speech implements ReactiveController {
  #host: PatternSettings;
  #own?: object;
  #now?: Spoken;
  #stop?: () => void;

  constructor(host: PatternSettings) {
    (this.#host = host).addController(this);
    surroundings(host, () => host.requestUpdate());
  }

  /** The same object until something changes, so that nothing is drawn anew in vain. */
  get now(): Spoken {
    const lang = languageOf(this.#host);
    const { strings: own } = this.#host;
    if (lang !== this.#now?.lang || own !== this.#own) this.#now = { lang, strings: stringsFor(lang, (this.#own = own)) };
    return this.#now;
  }

  /** The first look waits a moment for the texts of its language, so that nobody sees English turn into them. */
  coming(): Promise<unknown> | undefined {
    const coming = fetchLocale(languageOf(this.#host));
    return coming && Promise.race([coming, new Promise((late) => setTimeout(late, 100))]);
  }

  hostConnected(): void {
    this.#stop = onRegistration(() => {
      this.#now = undefined;
      this.#host.requestUpdate();
    });
  }
  hostDisconnected(): void {
    this.#stop?.();
    this.#now = undefined;
  }
}
