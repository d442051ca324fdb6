import type { PageRoute } from "./route";

const modules = import.meta.glob<readonly PageRoute[]>("../*/routes.ts", { eager: true, import: "routes" });

/** Every page with the folder that it is of, whose catalogue it has. */
export const pages: readonly (PageRoute & { noun: string })[] = Object.entries(modules).flatMap(
  ([file, routes]) => routes.map((route) => ({ ...route, noun: file.split("/")[1] ?? "" })),
);

/** Whether there is a page at exactly this address (without parts that vary). */
export function hasPage(path: string): boolean {
  return pages.some((page) => page.path === path);
}
