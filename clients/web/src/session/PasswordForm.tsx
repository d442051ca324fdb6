import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { TextField } from "@/ui/TextField";
import { passwordMax, passwordMin } from "./identity";
import { useSending } from "./useSending";

interface Props {
  button: string;
  onPassword: (password: string) => Promise<void>;
}

/** Asks for a new password, which may be seen while it is typed; so it is asked for once. */
export function PasswordForm({ button, onPassword }: Props) {
  const { t } = useTranslation(["session", "ui"]);
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const { onSubmit, sending, refusal } = useSending(() => onPassword(password));
  return (
    <form className="stack" onSubmit={onSubmit}>
      <RefusalSummary refusal={refusal} />
      <TextField
        label={t("password.label")}
        hint={t("password.hint", { min: passwordMin, max: passwordMax })}
        type={shown ? "text" : "password"}
        name="password"
        autoComplete="new-password"
        required
        minLength={passwordMin}
        maxLength={passwordMax}
        value={password}
        onValue={setPassword}
      />
      <label className="row">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {t("password.show")}
      </label>
      <button type="submit" className="button primary" disabled={sending}>
        {sending ? t("ui:sending") : button}
      </button>
    </form>
  );
}
