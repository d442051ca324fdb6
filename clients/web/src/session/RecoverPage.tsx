import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { TextField } from "@/ui/TextField";
import { askForRecovery, recover } from "./identity";
import { PasswordForm } from "./PasswordForm";
import { useSending } from "./useSending";

function AskForm({ onAsked }: { onAsked: (login: string) => void }) {
  const { t } = useTranslation(["session", "ui"]);
  const [login, setLogin] = useState("");
  const { onSubmit, sending, refusal } = useSending(async () => {
    await askForRecovery(login);
    onAsked(login);
  });
  return (
    <form className="stack" onSubmit={onSubmit}>
      <RefusalSummary refusal={refusal} />
      <TextField
        label={t("ui:signIn.login")}
        type="email"
        name="login"
        autoComplete="username"
        required
        value={login}
        onValue={setLogin}
      />
      <button type="submit" className="button primary" disabled={sending}>
        {sending ? t("ui:sending") : t("recover.ask")}
      </button>
    </form>
  );
}

/** Without a token it asks for the mail; the mail's link comes back here with one. */
export default function RecoverPage() {
  const { t } = useTranslation("session");
  const [{ token }] = useAddressState({ token: "" });
  const [asked, setAsked] = useState("");
  const go = useGo();
  const onPassword = async (password: string) => {
    await recover(token, password);
    go("/");
  };
  const text = token ? t("recover.choose") : asked ? t("recover.asked", { login: asked }) : t("recover.text");
  return (
    <div className="stack">
      <h1>{t("recover.title")}</h1>
      <p role={asked ? "status" : undefined}>{text}</p>
      {token && <PasswordForm button={t("recover.send")} onPassword={onPassword} />}
      {!token && !asked && <AskForm onAsked={setAsked} />}
      <Link to="/sign-in">{t("back")}</Link>
    </div>
  );
}
