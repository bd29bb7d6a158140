import { ConfigProvider } from "antd";
import en from "antd/locale/en_US";
import zh from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { antdTheme } from "./antd-theme.ts";
import { useTheme } from "./ThemeProvider.tsx";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

/** The office pages' component library; phone pages do without it, so that they stay small. */
export function OfficeTheme({ children }: { children: ReactNode }) {
  const { preferences, scheme } = useTheme();
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={preferences.language === "zh" ? zh : en}
      theme={antdTheme(scheme, preferences.elder)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  );
}
