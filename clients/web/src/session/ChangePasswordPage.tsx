import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { useMe } from "@/api/me";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { TextField } from "@/ui/TextField";
import { passwordMax, passwordMin } from "./identity";

interface FormProps {
  login: string;
  onDone: () => void;
}

function ChangeForm({ login, onDone }: FormProps) {
  const { t } = useTranslation(["session", "ui", "errors"]);
  const [oldPassword, setOld] = useState("");
  const [newPassword, setNew] = useState("");
  const [shown, setShown] = useState(false);
  const { run, pending, refusal } = useAction(IdentityService.method.changePassword, { refresh: false });
  const problems = refusal ? fieldProblems(refusal, "", t) : {};
  const type = shown ? "text" : "password";
  const common = { type, required: true, maxLength: passwordMax };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run({ oldPassword, newPassword })) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <RefusalSummary refusal={refusal} />
      <input type="email" name="login" autoComplete="username" value={login} readOnly hidden />
      <TextField
        {...common}
        label={t("change.old")}
        name="old"
        autoComplete="current-password"
        value={oldPassword}
        onValue={setOld}
        problem={problems["old_password"]}
      />
      <TextField
        {...common}
        label={t("password.label")}
        hint={t("password.hint", { min: passwordMin, max: passwordMax })}
        name="new"
        autoComplete="new-password"
        minLength={passwordMin}
        value={newPassword}
        onValue={setNew}
        problem={problems["new_password"]}
      />
      <label className="row">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t("password.show")}
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t("ui:sending") : t("change.send")}
        </button>
      </div>
    </form>
  );
}

export default function ChangePasswordPage() {
  const { t } = useTranslation("session");
  const login = useMe().account?.login ?? "";
  const [done, setDone] = useState(false);
  return (
    <div className="stack measure">
      <PageHeader
        title={t("change.title")}
        trail={[{ text: t("sessions.title"), to: "/sessions" }]}
        text={done ? undefined : t("change.text")}
      />
      {done ? <p role="status">{t("change.done")}</p> : <ChangeForm login={login} onDone={() => setDone(true)} />}
    </div>
  );
}
