import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";

const freshMs = 10 * 60_000;
const read = { staleTime: freshMs, retry: false } as const;

// Each name is read once and kept; rows that name the same one share the query.
function Name({ known, read: text, failed }: { known?: string; read: string | undefined; failed: boolean }) {
  const { t } = useTranslation("ui");
  return known || text || (failed ? <span className="quiet">{t("unknownName")}</span> : "…");
}

interface Props {
  /** The resource's name. */
  name: string;
  /** Its display name, where the message has it beside. */
  known?: string;
}

export function PersonName({ name, known }: Props) {
  const { data, isError } = useQuery(IdentityService.method.getPerson, { name }, { ...read, enabled: !known && name !== "" });
  return name || known ? <Name known={known} read={data?.displayName} failed={isError} /> : null;
}

export function OrganisationName({ name, known }: Props) {
  const enabled = !known && name !== "";
  const { data, isError } = useQuery(IdentityService.method.getOrganisation, { name }, { ...read, enabled });
  return name || known ? <Name known={known} read={data?.displayName} failed={isError} /> : null;
}

export function CallTitle({ name, known }: Props) {
  const { data, isError } = useQuery(CallsService.method.getCall, { name }, { ...read, enabled: !known && name !== "" });
  return name || known ? <Name known={known} read={data?.title} failed={isError} /> : null;
}
