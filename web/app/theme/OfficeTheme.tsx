import { ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { antdTheme } from "./antd-theme.ts";
import { useTheme } from "./ThemeProvider.tsx";

/** Where base.css makes targets large as well. */
const touchQuery = "(max-width: 767.98px), (pointer: coarse)";
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** The office pages' component library; phone pages do without it, so that they stay small. */
export function OfficeTheme({ children }: { children: ReactNode }) {
  const { preferences, scheme } = useTheme();
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={preferences.language === "zh" ? zh : en}
      theme={antdTheme(scheme, preferences.elder, matchMedia(touchQuery).matches)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
