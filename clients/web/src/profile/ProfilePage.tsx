import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useMe } from "@/api/me";
import { useAction } from "@/api/useAction";
import { DisciplineField } from "@/discipline/DisciplineField";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import type { Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { PageHeader } from "@/ui/PageHeader";
import { Frame } from "@/submission/Frame";
import { changedPaths, type Form, formOf, personOf } from "./form";

const titles = ["正高级", "副高级", "中级", "初级"];
const genders = ["男", "女"];

interface FieldProps {
  form: Form;
  set: (changes: Partial<Form>) => void;
  problems: Record<string, string>;
}
type TextKey = "displayName" | "birthYear" | "degree" | "orcid" | "email" | "phone";
const paths: Record<TextKey, string> = {
  displayName: "display_name",
  birthYear: "birth_year",
  degree: "degree",
  orcid: "orcid",
  email: "email",
  phone: "phone",
};

function Text({ of, type = "text", autoComplete, form, set, problems }: FieldProps & { of: TextKey; type?: string; autoComplete?: string }) {
  const { t } = useTranslation("profile");
  const hint = t(`hint.${of}`, { defaultValue: "" });
  return (
    <Frame id={`person-${paths[of]}`} label={t(`field.${of}`)} hint={hint || undefined} problem={problems[paths[of]]} optional={of !== "displayName" && of !== "email"}>
      {(control) => (
        <input {...control} className="input" type={type} autoComplete={autoComplete} value={form[of]} onChange={(event) => set({ [of]: event.target.value })} />
      )}
    </Frame>
  );
}

function Choice({ of, path, values, form, set, problems }: FieldProps & { of: "gender" | "professionalTitle"; path: string; values: string[] }) {
  const { t } = useTranslation("profile");
  return (
    <Frame id={`person-${path}`} label={t(`field.${of}`)} problem={problems[path]} optional>
      {(control) => (
        <select {...control} className="input" value={form[of]} onChange={(event) => set({ [of]: event.target.value })}>
          <option value="">{t("notSaid")}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {t(`value.${value}`)}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

function IdentityNumber({ form, set, problems, masked }: FieldProps & { masked: string }) {
  const { t } = useTranslation("profile");
  return (
    <Frame
      id="person-identity_number"
      label={t("field.identityNumber")}
      hint={masked ? t("identityKnown", { masked }) : t("identityHint")}
      problem={problems["identity_number"]}
      optional
    >
      {(control) => (
        <input {...control} className="input" autoComplete="off" value={form.identityNumber} onChange={(event) => set({ identityNumber: event.target.value })} />
      )}
    </Frame>
  );
}

function Editor({ person }: { person: Person }) {
  const { t } = useTranslation(["profile", "errors", "ui"]);
  const [form, setForm] = useState<Form>(formOf(person));
  const [saved, setSaved] = useState(false);
  const { run, pending, refusal } = useAction(IdentityService.method.updatePerson);
  const set = (changes: Partial<Form>) => {
    setSaved(false);
    setForm((before) => ({ ...before, ...changes }));
  };
  const paths = changedPaths(formOf(person), form);
  const save = async () => {
    const answer = await run({ person: personOf(person, form), updateMask: { paths } });
    if (!answer) return;
    setForm(formOf(answer));
    setSaved(true);
  };
  const problems = refusal ? fieldProblems(refusal, "person", t) : {};
  const common = { form, set, problems };
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <RefusalSummary refusal={refusal} targetOf={(field) => `person-${field.replace(/^person\./, "")}`} labelOf={undefined} />
      <Text of="displayName" autoComplete="name" {...common} />
      <Text of="email" type="email" autoComplete="email" {...common} />
      <Text of="phone" type="tel" autoComplete="tel" {...common} />
      <Choice of="gender" path="gender" values={genders} {...common} />
      <Text of="birthYear" {...common} />
      <Choice of="professionalTitle" path="professional_title" values={titles} {...common} />
      <Text of="degree" {...common} />
      <DisciplineField id="person-discipline" code={form.discipline} problem={problems["discipline"]} onCode={(discipline) => set({ discipline })} />
      <Text of="orcid" {...common} />
      <IdentityNumber masked={person.identityNumberMasked} {...common} />
      <div className="row">
        <button type="submit" className="button primary" disabled={pending || paths.length === 0}>
          {pending ? t("ui:sending") : t("ui:save")}
        </button>
        <span role="status">{saved && paths.length === 0 ? t("saved") : ""}</span>
      </div>
    </form>
  );
}

/** Who one is; every form takes it from here. */
export default function ProfilePage() {
  const { t } = useTranslation("profile");
  const { account, person, organisation } = useMe();
  return (
    <div className="stack measure">
      <PageHeader title={t("title")} text={t("text")} />
      <section className="panel" aria-label={t("account")}>
        <Facts
          facts={[
            { label: t("login"), value: account?.login },
            { label: t("organisation"), value: organisation?.displayName ?? t("noOrganisation") },
          ]}
        />
        <p className="quiet small">{t("organisationHint")}</p>
      </section>
      {person && <Editor key={person.name} person={person} />}
    </div>
  );
}
