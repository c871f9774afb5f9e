import type { Stage } from '../viewer/stage.js';

/** Reads the current line, run by run, with the browser's own voice: hands are busy. */
export class Aloud {
  readonly #stage: Stage;
  reading = false;
  #turn = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  static get possible(): boolean {
    return 'speechSynthesis' in globalThis;
  }

  toggle(lang: string): void {
    if (this.reading) this.stop();
    else void this.#read(lang);
    this.#stage.changed();
  }

  stop(): void {
    this.reading = false;
    this.#turn++;
    if (Aloud.possible) speechSynthesis.cancel();
  }

  async #read(lang: string): Promise<void> {
    const stage = this.#stage;
    const turn = ++this.#turn;
    const goesOn = () => turn === this.#turn && !!stage.drawn;
    const { step } = stage;
    this.reading = true;
    await this.#say(stage.labelOf(step), lang);
    for (let run = stage.run; goesOn() && run < stage.drawn!.steps[step]!.runs.length; run++) {
      const { color, count } = stage.drawn!.steps[step]!.runs[run]!;
      stage.goTo(step, run);
      await this.#say(`${count} ${stage.drawn!.colors[color]!.name}`, lang);
      // Whoever goes somewhere else wants to hear that.
      if (stage.step !== step) break;
    }
    if (turn !== this.#turn) return;
    this.reading = false;
    stage.changed();
  }

  #say(text: string, lang: string): Promise<void> {
    return new Promise((spoken) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = lang;
      words.onend = words.onerror = () => spoken();
      speechSynthesis.speak(words);
    });
  }
}
