import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { type Account, Account_State, Account_StateSchema } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { GrantText } from "./GrantText";
import styles from "./person.module.css";

type States = keyof typeof Account_State;
type Roles = keyof typeof Role;

function Grants({ account }: { account: Account }) {
  return (
    <ul className={styles.bare}>
      {account.grants.map((grant) => (
        <li key={`${grant.role} ${grant.scope}`}>
          <GrantText grant={grant} />
        </li>
      ))}
    </ul>
  );
}

function useColumns(): Column<Account>[] {
  const { t } = useTranslation("person");
  return [
    { key: "name", header: t("field.displayName"), cell: (one) => one.displayName, sort: (one) => one.displayName, width: "140px", field: "display_name" },
    { key: "login", header: t("accounts.login"), cell: (one) => one.login, sort: (one) => one.login, field: "login" },
    { key: "roles", header: t("accounts.roles"), cell: (one) => <Grants account={one} />, width: "36%" },
    { key: "created", header: t("accounts.created"), cell: (one) => <Instant at={one.createTime} form="day" />, sort: (one) => one.createTime?.seconds ?? 0n, width: "150px", field: "create_time", card: "none" },
    { key: "state", header: t("accounts.state"), cell: (one) => <StatusChip of={Account_StateSchema} value={one.state} />, width: "110px", field: "state", card: "status" },
  ];
}

function useFilters() {
  const { t } = useTranslation(["person", "terms"]);
  const names = (type: string, all: object) =>
    Object.keys(all)
      .filter((name) => /^[A-Z]/.test(name) && !name.endsWith("_UNSPECIFIED"))
      .map((value) => ({ value, text: t(`terms:enum.${type}.${value}`) }));
  return [
    { key: "q", label: t("accounts.find") },
    { key: "role", label: t("accounts.role"), options: names("options.v1.Role", Role) },
    { key: "state", label: t("accounts.state"), options: names("identity.v1.Account.State", Account_State) },
  ];
}

/** Who can sign in, with which roles; each leads to its person, where it is changed. */
export default function AccountsPage() {
  const { t } = useTranslation("person");
  const columns = useColumns();
  const filters = useFilters();
  return (
    <div className="stack">
      <PageHeader title={t("accounts.title")} text={t("accounts.text")} />
      <DataList
        method={IdentityService.method.listAccounts}
        request={({ q = "", role, state }) => ({
          query: q.trim(),
          role: role ? Role[role as Roles] : Role.ROLE_UNSPECIFIED,
          state: state ? Account_State[state as States] : Account_State.STATE_UNSPECIFIED,
        })}
        rowsOf={(answer) => answer.accounts}
        label={t("accounts.title")}
        columns={columns}
        rowKey={(one) => one.name}
        rowName={(one) => one.displayName}
        rowLink={(one) => addressOf(one.person)}
        filters={filters}
        empty={<EmptyState title={t("accounts.empty")} />}
        exportName={t("accounts.title")}
      />
    </div>
  );
}
