import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { Link } from "@/app/Link";
import { serverLanguage } from "@/i18n/i18n";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { TextField } from "@/ui/TextField";
import { register } from "./identity";
import { UnitField } from "./UnitField";
import { useSending } from "./useSending";

function RegisterForm({ onDone }: { onDone: (email: string) => void }) {
  const { t } = useTranslation(["session", "ui"]);
  const [email, setEmail] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [missing, setMissing] = useState(false);
  const requestId = useRef(crypto.randomUUID());
  const { onSubmit, sending, refusal } = useSending(async () => {
    setMissing(organisation === "");
    if (organisation === "") return;
    const language = serverLanguage();
    await register({ email, displayName, organisation, language, requestId: requestId.current }).catch((error) => {
      requestId.current = crypto.randomUUID(); // what is sent next is another request
      throw error;
    });
    onDone(email);
  });
  const problems = refusal ? fieldProblems(refusal, "", t) : {};
  return (
    <form className="stack" onSubmit={onSubmit}>
      <RefusalSummary refusal={refusal} />
      <TextField
        label={t("register.name")}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        value={displayName}
        onValue={setDisplayName}
        problem={problems["display_name"]}
      />
      <UnitField
        onUnit={setOrganisation}
        problem={missing && organisation === "" ? t("register.unitMissing") : problems["organisation"]}
      />
      <TextField
        label={t("register.email")}
        hint={t("register.emailHint")}
        type="email"
        name="email"
        autoComplete="email"
        required
        value={email}
        onValue={setEmail}
        problem={problems["email"]}
      />
      <button type="submit" className="button primary" disabled={sending}>
        {sending ? t("ui:sending") : t("register.send")}
      </button>
    </form>
  );
}

export default function RegisterPage() {
  const { t } = useTranslation("session");
  const [sentTo, setSentTo] = useState("");
  return (
    <div className="stack">
      <h1>{t("register.title")}</h1>
      <p role={sentTo ? "status" : undefined}>
        {sentTo ? t("register.done", { email: sentTo }) : t("register.text")}
      </p>
      {!sentTo && <RegisterForm onDone={setSentTo} />}
      <Link to="/sign-in">{t("back")}</Link>
    </div>
  );
}
