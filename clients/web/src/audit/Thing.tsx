import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useLooked } from "./looked";
import { knownBy, pageOf, typeOf } from "./subject";

/** A thing by its name: what it is, what people call it, and the way to its page. */
export function Thing({ name }: { name: string }) {
  const { t } = useTranslation("audit");
  const title = useLooked(knownBy(name));
  const type = t(`type.${typeOf(name)}`, { defaultValue: "" });
  const page = pageOf(name);
  const text = title || (title === undefined ? "…" : "");
  return (
    <span title={name}>
      {page && text ? <Link to={page}>{text}</Link> : text} <span className="quiet small">{type}</span>
    </span>
  );
}

/** Who did it: a person by name, a service as the system, or the public. */
export function Actor({ name }: { name: string }) {
  const { t } = useTranslation("audit");
  const person = useLooked(name.startsWith("accounts/") ? name : "");
  if (name === "") return t("actor.public");
  if (name.startsWith("services/")) return t("actor.system");
  return <span title={name}>{person || (person === undefined ? "…" : t("actor.unknown"))}</span>;
}
