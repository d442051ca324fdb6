import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { currentShortcuts, useShortcut } from "@/ui/shortcuts";
import styles from "./shell.module.css";

/** "?" lists the keys that do something on this page. */
export function ShortcutsDialog() {
  const { t } = useTranslation("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys, setKeys] = useState<{ keys: string; label: string }[]>([]);
  useShortcut("?", t("shortcuts.list"), () => {
    setKeys(currentShortcuts());
    dialog.current?.showModal();
  });
  return (
    <dialog ref={dialog} aria-labelledby="shortcuts">
      <div className="stack">
        <h2 id="shortcuts">{t("shortcuts.title")}</h2>
        <dl className={styles.keys}>
          {keys.map((one) => (
            <div key={one.keys}>
              <dt>
                <kbd>{one.keys}</kbd>
              </dt>
              <dd>{one.label}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit" className="button">
            {t("close")}
          </button>
        </form>
      </div>
    </dialog>
  );
}
