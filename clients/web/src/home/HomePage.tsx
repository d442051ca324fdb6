import { useTranslation } from "react-i18next";
import { rolesOf, useMe } from "@/api/me";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { Waiting } from "@/ui/Waiting";
import { Chances } from "./Chances";
import { Figures } from "./Figures";
import { useSections } from "./sections";
import { TaskList } from "./TaskList";
import { UnderWayList } from "./UnderWayList";
import { useWork } from "./useWork";
import styles from "./HomePage.module.css";

function partOfDay(hour: number): "morning" | "afternoon" | "evening" {
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

/** What other folders have to show beside tasks. */
function Sections() {
  const own = rolesOf(useMe());
  const sections = useSections().filter(({ roles }) => !roles || roles.some((role) => own.has(role)));
  return sections.map(({ noun, Section }) => <Section key={noun} />);
}

function Nothing() {
  const { t } = useTranslation("home");
  return (
    <div className={styles.nothing}>
      <p className={styles.nothingTitle}>{t("nothing")}</p>
      <p className="quiet">{t("nothingText")}</p>
    </div>
  );
}

function Work() {
  const { t } = useTranslation(["home", "ui", "errors"]);
  const { data, error, refetch } = useWork();
  const again = (
    <button type="button" className="button" onClick={() => void refetch()}>
      {t("ui:again")}
    </button>
  );
  if (!data) return error ? <EmptyState title={explain(toRefusal(error), t)} action={again} /> : <Waiting lines={6} />;
  const { tasks, underWay, chances, figures } = data.work;
  return (
    <>
      {data.refusal && <EmptyState title={t("partly")} text={explain(data.refusal, t)} action={again} />}
      {tasks.length > 0 ? <TaskList tasks={tasks} /> : <Nothing />}
      {chances.length > 0 && <Chances chances={chances} />}
      {underWay.length > 0 && <UnderWayList all={underWay} />}
      {figures.length > 0 && <Figures figures={figures} />}
    </>
  );
}

/** What to do next and by when, in all of the user's roles; then what goes on, and how things stand. */
export default function HomePage() {
  const { t } = useTranslation("home");
  const name = useMe().account?.displayName ?? "";
  return (
    <div className="stack">
      <PageHeader title={t(`greeting.${partOfDay(new Date().getHours())}`, { name })} />
      <Work />
      <Sections />
    </div>
  );
}
