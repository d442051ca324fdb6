import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { factsOf } from "./callFacts";
import { desk, useCallOfPage } from "./useCall";

function Check({ call }: { call: Call }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const go = useGo();
  const action = useAction(CallsService.method.deleteCall);
  const confirm = async () => {
    if (await action.run({ name: call.name, etag: call.etag })) go("/desk");
  };
  return (
    <ConfirmPage
      title={t("delete.title")}
      trail={[{ text: t("list.title"), to: "/desk" }, { text: call.title || t("list.untitled"), to: desk.call(call.name) }]}
      text={t("delete.text")}
      facts={factsOf(call, t, false).slice(0, 6)}
      button={t("delete.button")}
      danger
      pending={action.pending}
      refusal={action.refusal}
      back={desk.call(call.name)}
      onConfirm={() => void confirm()}
    />
  );
}

/** Throws a draft away. */
export default function DeleteCallPage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Check call={call} />}</Answer>;
}
