import { create } from "@bufbuild/protobuf";
import { useQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { type Expert, ExpertSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { SelectField } from "@/ui/deskFields";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { TextField } from "@/ui/TextField";
import { ExpertForm } from "./ExpertForm";

const choicesMax = 50;
const reviewsAtFirst = 10;

/** Takes a person into the pool. */
export default function NewExpertPage() {
  const { t } = useTranslation(["expert", "terms", "ui", "errors"]);
  const go = useGo();
  const [query, setQuery] = useState("");
  const people = useQuery(IdentityService.method.listPeople, { query, pageSize: choicesMax }, { placeholderData: keepPreviousData });
  const [expert, setExpert] = useState<Expert>(() => create(ExpertSchema, { reviewsMax: reviewsAtFirst, available: true }));
  const action = useAction(ReviewService.method.createExpert);
  const found = people.data?.people ?? [];
  const choose = (name: string) => {
    const person = found.find((one) => one.name === name);
    setExpert({ ...expert, person: name, disciplines: person?.discipline ? [person.discipline] : [] });
  };
  const add = async () => {
    const made = await action.run({ expert });
    if (made) go(`/desk/${made.name}`);
  };
  const problems = action.refusal ? fieldProblems(action.refusal, "expert", t) : {};
  return (
    <div className="stack measure">
      <PageHeader title={t("add.title")} trail={[{ text: t("list"), to: "/desk/experts" }]} text={t("add.text")} />
      <RefusalSummary refusal={action.refusal} />
      <TextField label={t("add.query")} type="search" value={query} onValue={setQuery} />
      <SelectField
        label={t("terms:field.person")}
        none={t("add.choose", { count: found.length })}
        choices={found.map((one) => ({ value: one.name, text: [one.displayName, one.professionalTitle].filter(Boolean).join("，") }))}
        value={expert.person}
        problem={problems.person}
        onValue={choose}
      />
      {expert.person && <ExpertForm key={expert.person} expert={expert} change={(changes) => setExpert({ ...expert, ...changes })} problems={problems} />}
      <div>
        <button type="button" className="button primary" disabled={!expert.person || action.pending} onClick={() => void add()}>
          {action.pending ? t("ui:sending") : t("add.button")}
        </button>
      </div>
    </div>
  );
}
