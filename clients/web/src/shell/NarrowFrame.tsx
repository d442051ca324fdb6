import { Outlet } from "@tanstack/react-router";
import { Brand } from "./Brand";
import { Preferences } from "./Preferences";
import { SkipLink } from "./SkipLink";
import styles from "./shell.module.css";

/** A small form in the middle: signing in and the like. */
export function NarrowFrame() {
  return (
    <div className={styles.narrow}>
      <SkipLink />
      <header className={styles.bar}>
        <Brand />
        <div className={styles.tools}>
          <Preferences />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.narrowMain}>
        <Outlet />
      </main>
    </div>
  );
}
