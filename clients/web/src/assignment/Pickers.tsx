import { useQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { SelectField } from "@/ui/deskFields";
import { TextField } from "@/ui/TextField";

const choicesMax = 50;
const kept = { placeholderData: keepPreviousData } as const;

interface Props {
  value: string;
  onValue: (name: string) => void;
}

/** An expert of the pool, found by name. */
export function ExpertPicker({ value, onValue }: Props) {
  const { t } = useTranslation("assignment");
  const [query, setQuery] = useState("");
  const { data } = useQuery(ReviewService.method.listExperts, { query, availableOnly: true, pageSize: choicesMax }, kept);
  const choices = (data?.experts ?? []).map((one) => ({ value: one.name, text: `${one.displayName}（${one.disciplines.join("、")}）` }));
  return (
    <>
      <TextField label={t("pick.expertQuery")} type="search" value={query} onValue={setQuery} />
      <SelectField label={t("pick.expert")} none={t("pick.choose", { count: choices.length })} choices={choices} value={value} onValue={onValue} />
    </>
  );
}

/** A submission of the call, found by title or number. */
export function SubmissionPicker({ call, value, onValue }: Props & { call: string }) {
  const { t } = useTranslation("assignment");
  const [query, setQuery] = useState("");
  const { data } = useQuery(SubmissionsService.method.listSubmissions, { call, query, orderBy: "number", pageSize: choicesMax }, kept);
  const choices = (data?.submissions ?? []).map((one) => ({ value: one.name, text: `${one.receipt?.number ?? ""} ${one.title}` }));
  return (
    <>
      <TextField label={t("pick.submissionQuery")} type="search" value={query} onValue={setQuery} />
      <SelectField label={t("pick.submission")} none={t("pick.choose", { count: choices.length })} choices={choices} value={value} onValue={onValue} />
    </>
  );
}
