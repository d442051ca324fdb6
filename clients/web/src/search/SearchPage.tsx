import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { rolesOf, useMe } from "@/api/me";
import { toRefusal } from "@/api/refusal";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { Waiting } from "@/ui/Waiting";
import { type Group, moved } from "./groups";
import { search } from "./read";
import styles from "./search.module.css";

const pauseMs = 250;

/** The box's text, which reaches the address once nobody types any more. */
function useTyped(): [typed: string, setTyped: (typed: string) => void, asked: string] {
  const [{ q }, setState] = useAddressState({ q: "" });
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed === q) return undefined;
    const timer = setTimeout(() => setState({ q: typed }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, q, setState]);
  return [typed, setTyped, q.trim()];
}

function Results({ group }: { group: Group }) {
  const { t } = useTranslation("search");
  return (
    <section className="stack-small">
      <h2>{t(`group.${group.key}`)}</h2>
      <ul className={styles.list}>
        {group.found.map(({ name, text, note, link }) => (
          <li key={name} className={styles.found}>
            <Link to={link} data-result>
              {text || t("untitled")}
            </Link>
            <span className="quiet small">{note}</span>
          </li>
        ))}
      </ul>
      {group.more && <p className="quiet small">{t("more")}</p>}
    </section>
  );
}

function Answers({ asked }: { asked: string }) {
  const { t } = useTranslation(["search", "ui", "errors"]);
  const own = rolesOf(useMe());
  const { data, error, isPending } = useQuery({
    queryKey: ["search", asked, [...own].join()],
    queryFn: () => search(asked, own),
    placeholderData: keepPreviousData,
  });
  if (error) return <EmptyState title={explain(toRefusal(error), t)} />;
  if (isPending) return <Waiting />;
  const count = data.reduce((sum, group) => sum + group.found.length, 0);
  return (
    <>
      <p role="status" className="quiet small">
        {t("count", { count })}
      </p>
      {count === 0 && <EmptyState title={t("nothing", { asked })} text={t("nothingText")} />}
      {data.map((group) => (
        <Results key={group.key} group={group} />
      ))}
    </>
  );
}

/** One box for everything that one may see; the arrow keys go from the box through the results. */
export default function SearchPage() {
  const { t } = useTranslation("search");
  const [typed, setTyped, asked] = useTyped();
  const page = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const onKey = (event: KeyboardEvent) => {
    const links = [...(page.current?.querySelectorAll<HTMLElement>("[data-result]") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const inText = at < 0 && (event.key === "Home" || event.key === "End");
    const to = moved(at, event.key, links.length);
    if (inText || to === at) return;
    event.preventDefault();
    (links[to] ?? box.current)?.focus();
  };
  return (
    <div ref={page} className="stack measure" onKeyDown={onKey}>
      <PageHeader title={t("title")} />
      <div className="field">
        <label htmlFor="search-box">{t("label")}</label>
        <span className="hint" id="search-hint">
          {t("hint")}
        </span>
        <input
          ref={box}
          id="search-box"
          type="search"
          className="input"
          aria-describedby="search-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {asked && <Answers asked={asked} />}
    </div>
  );
}
