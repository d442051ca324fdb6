import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { TextField } from "@/ui/TextField";
import { signIn } from "./identity";
import { useSending } from "./useSending";

/** Asks who it is and for the password. `login`: who it must be, where that is known. */
export function SignInForm({ login: known = "", onDone }: { login?: string; onDone: () => void }) {
  const { t } = useTranslation("ui");
  const [login, setLogin] = useState(known);
  const [password, setPassword] = useState("");
  const { onSubmit, sending, refusal } = useSending(async () => {
    await signIn(login, password);
    onDone();
  });
  return (
    <form className="stack" onSubmit={onSubmit}>
      <RefusalSummary refusal={refusal} />
      <TextField
        label={t("signIn.login")}
        type="email"
        name="login"
        autoComplete="username"
        required
        readOnly={known !== ""}
        value={login}
        onValue={setLogin}
      />
      <TextField
        label={t("signIn.password")}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      <button type="submit" className="button primary" disabled={sending}>
        {t(sending ? "signIn.sending" : "signIn.send")}
      </button>
    </form>
  );
}
