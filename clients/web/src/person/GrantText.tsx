import { useTranslation } from "react-i18next";
import { RoleSchema } from "@/gen/redpeak/options/v1/options_pb";
import { CallTitle, OrganisationName } from "@/ui/names";
import { EnumText } from "@/ui/StatusChip";

function Scope({ scope }: { scope: string }) {
  const { t } = useTranslation("person");
  if (!scope) return t("grant.everywhere");
  return scope.startsWith("calls/") ? <CallTitle name={scope} /> : <OrganisationName name={scope} />;
}

/** A role and where it holds, by names. */
export function GrantText({ grant }: { grant: { role: number; scope: string } }) {
  return (
    <>
      <EnumText of={RoleSchema} value={grant.role} />
      {grant.scope && (
        <span className="quiet">
          {" · "}
          <Scope scope={grant.scope} />
        </span>
      )}
    </>
  );
}
