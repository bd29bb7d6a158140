import type { Plugin } from "vite";
import { colours, targets, typeSizes, variableName } from "../app/theme/tokens.ts";

const lines = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
const coloursOf = (scheme: keyof typeof colours) =>
  lines(Object.fromEntries(Object.entries(colours[scheme]).map(([token, value]) => [variableName(token), value])));

/**
 * The guide is words before any program runs: its sheet brings the colours and sizes of the product along, so that it is
 * painted once. What a reader chose instead is set by help.ts.
 */
export function themeStyle(): Plugin {
  const sizes = lines({
    ...Object.fromEntries(Object.entries(typeSizes.usual).map(([token, px]) => [`--type-${token}`, `${px / 16}rem`])),
    ...Object.fromEntries(Object.entries(targets.usual).map(([token, px]) => [`--target-${token}`, `${px}px`])),
  });
  const style = `:root{${coloursOf("light")};${sizes}}@media (prefers-color-scheme:dark){:root{${coloursOf("dark")}}}`;
  return {
    name: "theme-of-the-guide",
    transformIndexHtml: (_html, { path }) =>
      path.endsWith("help.html")
        ? [{ tag: "style", attrs: { nonce: "__CSP_NONCE__" }, children: style, injectTo: "head-prepend" }]
        : [],
  };
}
