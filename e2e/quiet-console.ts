import { expect, test as story } from "@playwright/test";

/** What the browser itself says of every answer above 399 and of a lost line; the page words those. */
const answered = /^Failed to load resource/;

/** A story in which no page may say an error to the browser's console, such as a style that the policy refuses. */
export const test = story.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ context }, use) => {
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" && !answered.test(message.text())) errors.push(message.text());
      });
      context.on("weberror", (thrown) => errors.push(String(thrown.error())));
      await use(undefined);
      expect(errors, "said to the console").toEqual([]);
    },
    { auto: true },
  ],
});
