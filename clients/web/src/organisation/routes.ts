import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/organisations",
    page: () => import("./OrganisationsPage"),
    title: "organisation:list.title",
    frame: "desk",
    roles: ["ADMINISTRATOR", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR"],
    wide: true,
    nav: { order: 80, icon: "▥", roles: ["ADMINISTRATOR"] },
  },
  {
    path: "/organisations/new",
    page: () => import("./NewOrganisationPage"),
    title: "organisation:new.title",
    frame: "desk",
    roles: ["ADMINISTRATOR"],
  },
  { path: "/organisations/$organisation", page: () => import("./OrganisationPage"), title: "organisation:one.title", frame: "desk" },
  {
    path: "/organisations/$organisation/edit",
    page: () => import("./EditOrganisationPage"),
    title: "organisation:edit.title",
    frame: "desk",
    roles: ["ADMINISTRATOR"],
  },
];
