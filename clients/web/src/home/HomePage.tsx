import { useTranslation } from "react-i18next";
import { rolesOf, useMe } from "@/api/me";
import { PageHeader } from "@/ui/PageHeader";
import { useSections } from "./sections";
import styles from "./HomePage.module.css";

function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

/** What waits for the user, by when: each noun's part for the user's roles, most pressing first. */
export default function HomePage() {
  const { t } = useTranslation("home");
  const me = useMe();
  const own = rolesOf(me);
  const sections = useSections().filter(({ roles }) => !roles || roles.some((role) => own.has(role)));
  const name = me.account?.displayName ?? "";
  return (
    <div className="stack">
      <PageHeader title={t(`greeting.${partOfDay(new Date().getHours())}`, { name })} />
      <div className={styles.sections}>
        {sections.map(({ noun, Section }) => (
          <Section key={noun} />
        ))}
        <p className={`${styles.nothing} quiet`}>{t("nothing")}</p>
      </div>
    </div>
  );
}
