import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useAddressState, useGo } from "@/app/address";
import { desk, useCallOfPage } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { planFigures, usePlan } from "./Plan";

function Check({ call }: { call: Call }) {
  const { t } = useTranslation("assignment");
  const go = useGo();
  const [address] = useAddressState({ each: "0", load: "0" });
  const wishes = { each: Number(address.each) || 0, load: Number(address.load) || 0 };
  const plan = usePlan(call, wishes);
  const action = useAction(ReviewService.method.assignReviews);
  const back = desk.of(call.name, "assignment");
  const assign = async () => {
    if (await action.run({ call: call.name, reviewsEach: wishes.each, loadMax: wishes.load })) go(back);
  };
  const figures = plan.data ? planFigures(plan.data, t) : [];
  return (
    <ConfirmPage
      title={t("confirm.title")}
      trail={[{ text: call.title, to: desk.call(call.name) }, { text: t("title"), to: back }]}
      text={t("confirm.text")}
      facts={[
        { label: t("plan.each"), value: wishes.each || call.reviewsPerSubmission },
        { label: t("plan.load"), value: wishes.load || t("confirm.noLoad") },
        ...figures,
      ]}
      button={t("confirm.button")}
      pending={action.pending || !plan.data}
      refusal={action.refusal}
      back={`${back}?each=${wishes.each}&load=${wishes.load}`}
      onConfirm={() => void assign()}
    />
  );
}

/** Before the experts are asked. */
export default function ConfirmAssignmentPage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Check call={call} />}</Answer>;
}
