import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import { ChoiceField } from "@/ui/ChoiceField";
import { findCalls, findOrganisations } from "@/ui/find";
import { type Named, NamePicker } from "@/ui/NamePicker";
import styles from "./person.module.css";
import { allRoles, scopeRule } from "./scope";

interface Props {
  button: string;
  pending: boolean;
  /** Whether it was granted; the form is then empty again. */
  onGrant: (grant: { role: Role; scope: string }) => Promise<boolean>;
}

/** A role and where it holds: an organisation or a call by its name, or everywhere. */
export function GrantForm({ button, pending, onGrant }: Props) {
  const { t } = useTranslation(["person", "terms"]);
  const [role, setRole] = useState("");
  const [scope, setScope] = useState<Named>();
  const [missing, setMissing] = useState(false);
  const rule = role ? scopeRule(Number(role)) : "everywhere";
  const choose = (chosen: string) => {
    setRole(chosen);
    setScope(undefined);
    setMissing(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lacking = rule === "organisation" && !scope;
    setMissing(lacking);
    if (!lacking && (await onGrant({ role: Number(role), scope: scope?.name ?? "" }))) choose("");
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <ChoiceField
        label={t("accounts.role")}
        required
        none={t("choose")}
        options={allRoles.map((one) => ({ value: String(one), text: t(`terms:enum.options.v1.Role.${Role[one]}`) }))}
        value={role}
        onValue={choose}
      />
      {rule === "organisation" && (
        <NamePicker
          label={t("grant.organisation")}
          problem={missing ? t("grant.organisationMissing") : undefined}
          kind="organisations"
          find={findOrganisations}
          value={scope}
          onValue={setScope}
        />
      )}
      {rule === "callOrEverywhere" && (
        <NamePicker label={t("grant.call")} hint={t("grant.callHint")} kind="calls" find={findCalls} value={scope} onValue={setScope} />
      )}
      <div>
        <button type="submit" className="button" disabled={pending || !role}>
          {button}
        </button>
      </div>
    </form>
  );
}
