import { hasPage } from "@/app/nouns";
import { callPage, submissionPage } from "@/app/staffPages";

/** What sort of thing a name tells of: the last collection in it. */
export function typeOf(name: string): string {
  return name.split("/").at(-2) ?? "";
}

/** The thing whose title or name stands for this one: a review is known by its submission, an expert by the person. */
export function knownBy(name: string): string {
  const [collection = "", id = ""] = name.split("/");
  return collection === "experts" ? `people/${id}` : `${collection}/${id}`;
}

// Where each sort of thing has its page.
const pages: Record<string, (name: string) => string | undefined> = {
  calls: (name) => callPage(name),
  submissions: (name) => submissionPage(name),
  organisations: (name) => (hasPage("/organisations/$organisation") ? `/${name}` : undefined),
  people: (name) => (hasPage("/people/$person") ? `/${name}` : undefined),
  reviews: (name) => `/${name}`,
  proposals: (name) => `/${name}`,
  notices: (name) => `/${hasPage("/desk/notices/$notice") ? "desk/" : ""}${name}`,
  objections: (name) => (hasPage("/desk/notices/$notice/objections/$objection") ? `/desk/${name}` : undefined),
};

/** Where a thing is looked at; undefined where it has no page. */
export function pageOf(name: string): string | undefined {
  return pages[typeOf(name)]?.(name);
}
