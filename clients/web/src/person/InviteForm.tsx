import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useAction } from "@/api/useAction";
import type { Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { serverLanguage } from "@/i18n/i18n";
import { ChoiceField } from "@/ui/ChoiceField";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { TextField } from "@/ui/TextField";
import { GrantForm } from "./GrantForm";
import { GrantText } from "./GrantText";
import styles from "./person.module.css";

interface Grant {
  role: number;
  scope: string;
}
const isSame = (one: Grant, other: Grant) => one.role === other.role && one.scope === other.scope;

/** Makes an account for a person and mails its link. */
export function InviteForm({ person }: { person: Person }) {
  const { t } = useTranslation(["person", "ui", "errors"]);
  const [login, setLogin] = useState(person.email);
  const [language, setLanguage] = useState<string>(serverLanguage());
  const [grants, setGrants] = useState<Grant[]>([]);
  const { run, pending, refusal } = useAction(IdentityService.method.inviteAccount);
  const problems = refusal ? fieldProblems(refusal, "", t) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ person: person.name, login, language, grants });
  };
  const add = (grant: Grant) => {
    setGrants((before) => [...before.filter((one) => !isSame(one, grant)), grant]);
    return Promise.resolve(true);
  };
  return (
    <div className="stack">
      <RefusalSummary refusal={refusal} />
      <ul className={styles.grants}>
        {grants.map((grant) => (
          <li key={`${grant.role} ${grant.scope}`}>
            <span>
              <GrantText grant={grant} />
            </span>
            <button
              type="button"
              className="button compact"
              onClick={() => setGrants((before) => before.filter((one) => one !== grant))}
            >
              {t("grant.remove")}
            </button>
          </li>
        ))}
      </ul>
      <GrantForm button={t("grant.add")} pending={false} onGrant={add} />
      <form className="stack" onSubmit={submit}>
        <TextField
          label={t("accounts.login")}
          hint={t("invite.loginHint")}
          type="email"
          required
          problem={problems["login"]}
          value={login}
          onValue={setLogin}
        />
        <ChoiceField
          label={t("invite.language")}
          options={[
            { value: "zh", text: t("invite.zh") },
            { value: "en", text: t("invite.en") },
          ]}
          value={language}
          onValue={setLanguage}
        />
        <div>
          <button type="submit" className="button primary" disabled={pending}>
            {pending ? t("ui:sending") : t("invite.button")}
          </button>
        </div>
      </form>
    </div>
  );
}
