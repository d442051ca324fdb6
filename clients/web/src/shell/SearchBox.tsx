import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useGo } from "@/app/address";
import { useShortcut } from "@/ui/shortcuts";
import styles from "./shell.module.css";

/** Leads to the page of search; "/" puts the cursor here. */
export function SearchBox() {
  const { t } = useTranslation("ui");
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", t("shortcuts.search"), () => input.current?.focus());
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={(event) => {
        event.preventDefault();
        go(`/search?q=${encodeURIComponent(input.current?.value ?? "")}`);
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        className="input"
        aria-label={t("search.label")}
        placeholder={t("search.hint")}
      />
    </form>
  );
}
