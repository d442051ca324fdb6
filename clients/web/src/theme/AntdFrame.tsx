import { App, ConfigProvider, theme as antdTheme, type ThemeConfig } from "antd";
import english from "antd/locale/en_US";
import chinese from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { ReactNode } from "react";
import { useLanguage } from "@/i18n/useLanguage";
import { useTheme } from "./theme";
import { type Colours, dark, fontFamily, light } from "./tokens";

function themeOf(colours: Colours, isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 15,
      borderRadius: 6,
      controlHeight: 40,
      controlHeightSM: 32,
      colorPrimary: colours.primary,
      colorLink: colours.primary,
      colorError: colours.error,
      colorText: colours.text,
      colorTextDescription: colours.quiet,
      colorTextPlaceholder: colours.quiet,
      colorTextDisabled: colours.quiet,
      colorBorder: colours.control,
      colorBorderSecondary: colours.line,
      colorBgBase: colours.surface,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.surface,
      colorTextLightSolid: colours.onPrimary,
      motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches,
    },
  };
}

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** antd in the page's language and theme. Loaded only by pages that use antd. */
export default function AntdFrame({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const isDark = useTheme() === "dark";
  dayjs.locale(language === "en" ? "en" : "zh-cn");
  return (
    <ConfigProvider
      csp={{ nonce }}
      locale={language === "en" ? english : chinese}
      theme={themeOf(isDark ? dark : light, isDark)}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
