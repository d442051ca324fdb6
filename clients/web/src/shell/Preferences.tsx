import { useTranslation } from "react-i18next";
import { chooseLanguage } from "@/i18n/i18n";
import { useLanguage } from "@/i18n/useLanguage";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "@/theme/theme";
import styles from "./shell.module.css";

const order: ThemeChoice[] = ["system", "light", "dark"];

/** The switches of language and theme, on every page. */
export function Preferences() {
  const { t } = useTranslation("ui");
  const other = useLanguage() === "en" ? "zh-CN" : "en";
  const theme = useThemeChoice();
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? "system";
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        lang={other}
        onClick={() => void chooseLanguage(other)}
      >
        {other === "en" ? "English" : "中文"}
      </button>
      <button type="button" className={styles.tool} onClick={() => chooseTheme(next)}>
        {t(`theme.${theme}`)}
      </button>
    </>
  );
}
