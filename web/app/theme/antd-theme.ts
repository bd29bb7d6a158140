import { type ThemeConfig, theme } from "antd";
import { colours, type Scheme, targets, typeSizes } from "./tokens.ts";

/** antd in the product's colours and sizes, from the same table as the CSS variables. */
export function antdTheme(scheme: Scheme, elder: boolean, touch: boolean): ThemeConfig {
  const colour = colours[scheme];
  const size = elder ? "elder" : "usual";
  return {
    algorithm: scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.primary,
      colorInfo: colour.info,
      colorSuccess: colour.good,
      colorWarning: colour.warn,
      colorError: colour.warn,
      colorLink: colour.info,
      colorText: colour.ink,
      colorTextSecondary: colour.inkQuiet,
      colorTextDescription: colour.inkFaint,
      colorTextPlaceholder: colour.inkFaint,
      colorBgBase: colour.card,
      colorBgContainer: colour.card,
      colorBgElevated: colour.card,
      colorBorder: colour.edge,
      colorBorderSecondary: colour.line,
      borderRadius: 6,
      fontFamily: "inherit",
      fontSize: typeSizes[size].body,
      controlHeight: targets[size][touch ? "touch" : "office"],
    },
  };
}
