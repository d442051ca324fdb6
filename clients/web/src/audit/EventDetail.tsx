import { useTranslation } from "react-i18next";
import type { Event } from "@/gen/redpeak/events/v1/event_pb";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { EnumText } from "@/ui/StatusChip";
import { type DetailFact, detailFacts } from "./detail";
import styles from "./EventDetail.module.css";
import { Thing } from "./Thing";

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function Value({ fact }: { fact: DetailFact }) {
  const { t } = useTranslation(["audit", "terms"]);
  switch (fact.as) {
    case "action":
      return t(`action.${fact.value}`, { defaultValue: fact.value });
    case "state":
      return <EnumText of={fact.of} value={fact.value} />;
    case "name":
      return <Thing name={fact.value} />;
    case "money":
      return <Money fen={fact.value} />;
    case "time":
      return <Instant at={fact.value} />;
    case "fields":
      return fact.value.map((one) => t(`terms:field.${one}`, { defaultValue: t(`terms:value.code.${one}`, { defaultValue: one }) })).join("、");
    case "truth":
      return t(fact.value ? "yes" : "no");
    default:
      return fact.value;
  }
}

/** What an event tells beside its kind: the action, and then each fact with its name. */
export function EventDetail({ event }: { event: Event }) {
  const { t } = useTranslation(["audit", "terms"]);
  const facts = detailFacts(event);
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt className={fact.as === "action" ? "visually-hidden" : "quiet"}>
            {t(`fact.${fact.key}`, { defaultValue: t(`terms:field.${snake(fact.key)}`, { defaultValue: fact.key }) })}
          </dt>
          <dd>
            <Value fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
