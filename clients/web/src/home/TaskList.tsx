import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { Deadline, useNow } from "@/ui/Instant";
import { Chip } from "@/ui/StatusChip";
import type { Tone } from "@/ui/tones";
import styles from "./HomePage.module.css";
import { type Task, type Urgency, urgencyOf } from "./work";

const tones: Partial<Record<Urgency, Tone>> = { overdue: "bad", soon: "warning" };

function TaskRow({ task }: { task: Task }) {
  const { t } = useTranslation("home");
  const urgency = urgencyOf(task.due, useNow());
  return (
    <li className={`${styles.task} ${styles[urgency]}`}>
      <div className={styles.what}>
        <Link to={task.link} className={styles.link}>
          {t(`task.${task.kind}`, { count: task.count ?? 1 })}
        </Link>
        {task.about && <span className={styles.about}>{task.about}</span>}
        {task.note && <span className="quiet">{t("reason", { reason: task.note })}</span>}
      </div>
      <div className={styles.when}>
        {tones[urgency] && <Chip tone={tones[urgency]}>{t(`urgency.${urgency}`)}</Chip>}
        {task.due && (
          <span className="small">
            <Deadline at={task.due} />
          </span>
        )}
      </div>
    </li>
  );
}

export function TaskList({ tasks }: { tasks: Task[] }) {
  const { t } = useTranslation("home");
  return (
    <section className="stack-small">
      <h2>{t("tasks", { count: tasks.length })}</h2>
      <ol className={styles.tasks}>
        {tasks.map((task) => (
          <TaskRow key={task.key} task={task} />
        ))}
      </ol>
    </section>
  );
}
