import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/imports/organisations",
    page: () => import("./OrganisationsImportPage"),
    title: "imports:title.organisations",
    frame: "desk",
    roles: ["ADMINISTRATOR"],
    wide: true,
  },
  { path: "/imports/people", page: () => import("./PeopleImportPage"), title: "imports:title.people", frame: "desk", roles: ["ADMINISTRATOR"], wide: true },
  {
    path: "/imports/experts",
    page: () => import("./ExpertsImportPage"),
    title: "imports:title.experts",
    frame: "desk",
    roles: ["ADMINISTRATOR", "PROGRAMME_OFFICER"],
    wide: true,
  },
];
