import type { Locator, Page } from "playwright-core";

/**
 * Seconds that a practised person needs, after the keystroke-level model of Card, Moran and Newell: to think before a new
 * step, to point or tap, and to type a Chinese character by pinyin (two and a half keys and a choice); a character is read
 * at five hundred a minute. The product's own time is measured.
 */
const person = { think: 1.35, tap: 1.1, type: 0.8, read: 0.12 } as const;

/** What a task took: `taps` are those that type nothing; `seconds` are the person's and the product's together. */
export type Effort = {
  readonly seconds: number;
  readonly product: number;
  readonly taps: number;
  readonly characters: number;
};

/** Hands at a page: they do what a person does, and count what it costs him. */
export class Hands {
  #taps = 0;
  #fields = 0;
  #thoughts = 0;
  #characters = 0;
  #read = 0;
  readonly #began = performance.now();
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads what stands there and understands it. */
  async read(shown: Locator): Promise<void> {
    this.#thoughts += 1;
    this.#read += [...((await shown.textContent()) ?? "").replace(/\s/g, "")].length;
  }

  async tap(target: Locator): Promise<void> {
    this.#thoughts += 1;
    this.#taps += 1;
    await target.click();
  }

  /** Goes to a field and types; the tap that it takes belongs to the typing. */
  async type(field: Locator, text: string): Promise<void> {
    this.#thoughts += 1;
    this.#fields += 1;
    this.#characters += [...text].length;
    await field.fill(text);
  }

  /** Chooses in a list that the system draws: to open it and to take a line of it are two taps. */
  async choose(list: Locator, label: string): Promise<void> {
    this.#thoughts += 1;
    this.#taps += 2;
    await list.selectOption({ label });
  }

  /** Drops a file that lies ready. */
  async give(input: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    this.#thoughts += 1;
    this.#taps += 2;
    await input.setInputFiles(file);
  }

  /** Waits for an answer; what it takes is the product's. */
  async until(shown: Locator): Promise<void> {
    await shown.first().waitFor();
  }

  get page(): Page {
    return this.#page;
  }

  effort(): Effort {
    const product = (performance.now() - this.#began) / 1000;
    const own =
      this.#thoughts * person.think +
      (this.#taps + this.#fields) * person.tap +
      this.#characters * person.type +
      this.#read * person.read;
    return { seconds: product + own, product, taps: this.#taps, characters: this.#characters };
  }
}

/** An effort in words. */
export function told({ seconds, product, taps, characters }: Effort): string {
  return `${seconds.toFixed(1)} s, of them ${product.toFixed(1)} s the product's; ${taps} taps, ${characters} characters typed`;
}
