import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { hasPage } from "@/app/nouns";
import type { GetMeResponse } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { AccountMenu } from "./AccountMenu";
import { Bell } from "./Bell";
import { Brand } from "./Brand";
import { Navigation } from "./Navigation";
import { Preferences } from "./Preferences";
import { SearchBox } from "./SearchBox";
import styles from "./shell.module.css";

/** On a phone the navigation is behind a button. */
function Drawer({ me }: { me: GetMeResponse }) {
  const { t } = useTranslation("ui");
  const dialog = useRef<HTMLDialogElement>(null);
  const { pathname } = useLocation();
  useEffect(() => dialog.current?.close(), [pathname]);
  return (
    <>
      <button type="button" className={`${styles.tool} ${styles.menuButton}`} onClick={() => dialog.current?.showModal()}>
        {t("nav.menu")}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={t("nav.main")}>
        <button type="button" className="button link" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
        <Navigation me={me} />
        <div className="row">
          <Preferences />
        </div>
      </dialog>
    </>
  );
}

export function DeskHeader({ me }: { me: GetMeResponse }) {
  return (
    <header className={styles.bar}>
      <Drawer me={me} />
      <Brand />
      {hasPage("/search") && <SearchBox />}
      <div className={styles.tools}>
        <span className={styles.deskOnly}>
          <Preferences />
        </span>
        <Bell />
        <AccountMenu me={me} />
      </div>
    </header>
  );
}
