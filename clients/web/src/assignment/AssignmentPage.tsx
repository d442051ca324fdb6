import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Plan } from "./Plan";
import { ReviewList } from "./ReviewList";

function Start({ call }: { call: Call }) {
  const { t } = useTranslation("assignment");
  const action = useAction(ReviewService.method.startReview);
  const formality = (
    <Link to={desk.of(call.name, "formality")} className="button">
      {t("start.formality")}
    </Link>
  );
  return (
    <section className="panel stack-small measure">
      <h2>{t("start.title")}</h2>
      <p>{t("start.text")}</p>
      <RefusalSummary refusal={action.refusal} />
      <div className="row">
        <button type="button" className="button primary" disabled={action.pending} onClick={() => void action.run({ call: call.name })}>
          {action.pending ? t("ui:sending") : t("start.button")}
        </button>
        {action.refusal?.reason === "FORMALITY_OPEN" && formality}
      </div>
    </section>
  );
}

function Assignment({ call }: { call: Call }) {
  const { t } = useTranslation("assignment");
  const [address, setAddress] = useAddressState({ each: "0", load: "0" });
  const progress = useQuery(ReviewService.method.getProgress, { call: call.name }, { enabled: call.state >= Call_State.IN_REVIEW });
  if (call.state < Call_State.CLOSED) return <EmptyState title={t("early.title")} text={t("early.text")} />;
  if (call.state === Call_State.CLOSED) return <Start call={call} />;
  const closed = progress.data?.closed ?? true;
  return (
    <>
      {!closed && (
        <Plan
          call={call}
          wishes={{ each: Number(address.each) || 0, load: Number(address.load) || 0 }}
          onWishes={({ each, load }) => setAddress({ each: String(each), load: String(load) })}
        />
      )}
      <ReviewList call={call} changeable={!closed} />
    </>
  );
}

/** Who reviews what: what if, then for good; and one by one. */
export default function AssignmentPage() {
  const { t } = useTranslation("assignment");
  const actions = (call: Call) =>
    call.state >= Call_State.IN_REVIEW && (
      <Link to={desk.of(call.name, "conflicts")} className="button compact">
        {t("conflicts.title")}
      </Link>
    );
  return (
    <CallFrame title={t("title")} actions={actions}>
      {(call) => <Assignment call={call} />}
    </CallFrame>
  );
}
