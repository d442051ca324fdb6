import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import type { Account, RoleGrant } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { GrantForm } from "./GrantForm";
import { GrantText } from "./GrantText";
import styles from "./person.module.css";

function GrantLine({ grant, pending, onRevoke }: { grant: RoleGrant; pending: boolean; onRevoke?: () => void }) {
  const { t } = useTranslation(["person", "terms"]);
  const role = t(`terms:enum.options.v1.Role.${Role[grant.role]}`);
  return (
    <li>
      <span>
        <GrantText grant={grant} />
      </span>
      {onRevoke && (
        <button
          type="button"
          className="button compact"
          disabled={pending}
          aria-label={t("grant.revokeOne", { role })}
          onClick={onRevoke}
        >
          {t("grant.revoke")}
        </button>
      )}
    </li>
  );
}

/** The roles of an account; an administrator grants and revokes them here, each with where it holds. */
export function Grants({ account, mayChange }: { account: Account; mayChange: boolean }) {
  const { t } = useTranslation("person");
  const heading = useId();
  const revoke = useAction(IdentityService.method.revokeRole);
  const grant = useAction(IdentityService.method.grantRole);
  const { name, grants } = account;
  return (
    <section className="stack-small" aria-labelledby={heading}>
      <h3 id={heading}>{t("accounts.roles")}</h3>
      <RefusalSummary refusal={revoke.refusal ?? grant.refusal} />
      {grants.length === 0 && <p className="quiet">{t("grant.none")}</p>}
      <ul className={styles.grants}>
        {grants.map((one) => (
          <GrantLine
            key={`${one.role} ${one.scope}`}
            grant={one}
            pending={revoke.pending}
            onRevoke={mayChange ? () => void revoke.run({ name, grant: one }) : undefined}
          />
        ))}
      </ul>
      {mayChange && (
        <GrantForm
          button={t("grant.add")}
          pending={grant.pending}
          onGrant={async (one) => (await grant.run({ name, grant: one })) !== undefined}
        />
      )}
    </section>
  );
}
