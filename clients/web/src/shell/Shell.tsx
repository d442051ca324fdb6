import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiFrame } from "@/api/ApiFrame";
import { useMaybeMe } from "@/api/me";
import { queryClient } from "@/api/queries";
import { toRefusal } from "@/api/refusal";
import { rememberSignedIn, setShellPresent, wasSignedIn } from "@/api/session";
import { Waiting } from "@/ui/Waiting";
import { DeskHeader } from "./DeskHeader";
import { ErrorPage } from "./ErrorPage";
import { Navigation } from "./Navigation";
import { SessionEndedDialog } from "./SessionEndedDialog";
import { ShortcutsDialog } from "./ShortcutsDialog";
import { SkipLink } from "./SkipLink";
import styles from "./shell.module.css";

/** Sends who is not signed in to the sign-in page, from where the way leads back here; a newcomer, to the public one. */
function SignInFirst() {
  const navigate = useNavigate();
  const { href } = useLocation();
  const [newcomer] = useState(() => !wasSignedIn());
  useEffect(() => {
    const signIn = { to: "/sign-in", search: href === "/" ? {} : { next: href } };
    const address = newcomer && href === "/" ? { to: "/welcome" } : signIn;
    rememberSignedIn(false);
    queryClient.clear(); // who comes next may be somebody else
    void navigate({ ...address, replace: true } as never);
  }, [navigate, href, newcomer]);
  return null;
}

function Desk() {
  const me = useMaybeMe();
  const known = me.data !== undefined;
  useEffect(() => {
    if (known) rememberSignedIn(true);
    setShellPresent(known);
    return () => setShellPresent(false);
  }, [known]);
  if (me.error && !known) {
    const signedOut = toRefusal(me.error).code === "unauthenticated";
    return signedOut ? <SignInFirst /> : <ErrorPage error={me.error} reset={() => void me.refetch()} />;
  }
  if (!me.data) return <Waiting />;
  return (
    <div className={styles.shell}>
      <SkipLink />
      <DeskHeader me={me.data} />
      <aside className={styles.side}>
        <Navigation me={me.data} />
      </aside>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <SessionEndedDialog me={me.data} />
      <ShortcutsDialog />
    </div>
  );
}

/** Everything around a signed-in page. */
export default function Shell() {
  return (
    <ApiFrame>
      <Desk />
    </ApiFrame>
  );
}
