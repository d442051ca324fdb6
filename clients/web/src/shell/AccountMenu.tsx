import { useTranslation } from "react-i18next";
import { callPlain } from "@/api/plain";
import { queryClient } from "@/api/queries";
import { rolesOf } from "@/api/me";
import { rememberSignedIn } from "@/api/session";
import { Link } from "@/app/Link";
import { hasPage } from "@/app/nouns";
import type { GetMeResponse } from "@/gen/redpeak/identity/v1/identity_service_pb";
import styles from "./shell.module.css";

const own = [
  ["/profile", "menu.profile"],
  ["/sessions", "menu.sessions"],
].filter(([path = ""]) => hasPage(path)) as [string, string][];

async function signOut(): Promise<void> {
  await callPlain("redpeak.identity.v1.IdentityService/SignOut", {}).catch(() => undefined);
  rememberSignedIn(false);
  queryClient.clear();
  const { clear } = await import("idb-keyval"); // drafts that were kept for a lost connection
  await clear().catch(() => undefined);
  location.assign("/sign-in");
}

/** Whose session this is, the own pages, and the way out. */
export function AccountMenu({ me }: { me: GetMeResponse }) {
  const { t } = useTranslation(["ui", "terms"]);
  const name = me.account?.displayName ?? "";
  return (
    <>
      <button type="button" className={styles.tool} popoverTarget="account-menu">
        {name || t("menu.account")}
        <span aria-hidden="true"> ▾</span>
      </button>
      <div id="account-menu" popover="auto" className={styles.menu}>
        <p className="small quiet">
          {me.account?.login}
          <br />
          {[me.organisation?.displayName, ...[...rolesOf(me)].map((role) => t(`terms:enum.options.v1.Role.${role}`))]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {own.map(([path, label]) => (
          <Link key={path} to={path} className={styles.menuItem}>
            {t(label)}
          </Link>
        ))}
        <button type="button" className={styles.menuItem} onClick={() => void signOut()}>
          {t("menu.signOut")}
        </button>
      </div>
    </>
  );
}
