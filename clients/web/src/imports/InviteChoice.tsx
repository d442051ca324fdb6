import { useTranslation } from "react-i18next";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import { ChoiceField } from "@/ui/ChoiceField";

export interface Invitation {
  invite: boolean;
  role: Role;
}
const roles = [Role.RESEARCHER, Role.EXPERT];

/** Whether those who are imported get accounts at once, and with which role. */
export function InviteChoice({ value, onValue }: { value: Invitation; onValue: (value: Invitation) => void }) {
  const { t } = useTranslation(["imports", "terms"]);
  return (
    <div className="stack-small">
      <label className="row">
        <input type="checkbox" checked={value.invite} onChange={(event) => onValue({ ...value, invite: event.target.checked })} />
        {t("invite")}
      </label>
      {value.invite && (
        <ChoiceField
          label={t("inviteRole")}
          options={roles.map((role) => ({ value: String(role), text: t(`terms:enum.options.v1.Role.${Role[role]}`) }))}
          value={String(value.role)}
          onValue={(role) => onValue({ ...value, role: Number(role) })}
        />
      )}
    </div>
  );
}
