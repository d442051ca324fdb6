import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { Markdown } from "@/ui/Markdown";
import styles from "./callDesk.module.css";
import { factsOf } from "./callFacts";
import { FormPreview } from "./FormPreview";
import { readForm } from "./formSchema";
import { type Gap, gapsOfCall, stepOf } from "./gaps";
import { desk, useCallOfPage, useServerNow } from "./useCall";

function Missing({ call, gaps }: { call: Call; gaps: Gap[] }) {
  const { t } = useTranslation("callDesk");
  if (gaps.length === 0) return null;
  return (
    <div className={styles.notice}>
      <p>{t("publish.missing")}</p>
      <ul>
        {gaps.map((gap) => (
          <li key={gap.key}>
            <Link to={desk.step(call.name, gap.step)}>{t(`gap.${gap.key}`)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Check({ call }: { call: Call }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const go = useGo();
  const action = useAction(CallsService.method.publishCall);
  const now = useServerNow();
  const publish = async () => {
    if (await action.run({ name: call.name, etag: call.etag })) go(desk.call(call.name));
  };
  const refused = new Set(action.refusal?.violations.map(({ field }) => stepOf(field)));
  return (
    <ConfirmPage
      title={t("publish.title")}
      trail={[{ text: t("list.title"), to: "/desk" }, { text: call.title || t("list.untitled"), to: desk.call(call.name) }]}
      text={t("publish.text")}
      facts={factsOf(call, t, true)}
      button={t("publish.button")}
      pending={action.pending}
      refusal={action.refusal}
      back={desk.step(call.name, [...refused][0] ?? "basics")}
      onConfirm={() => void publish()}
    >
      <details>
        <summary>{t("step.guideline")}</summary>
        <Markdown text={call.guideline} />
      </details>
      <details>
        <summary>{t("step.form")}</summary>
        <FormPreview fields={readForm(call.formSchema)?.fields ?? []} />
      </details>
      <Missing call={call} gaps={gapsOfCall(call, now)} />
    </ConfirmPage>
  );
}

/** Everything that a call will say for good, before it is published. */
export default function PublishCallPage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Check call={call} />}</Answer>;
}
