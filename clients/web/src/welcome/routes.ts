import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/welcome", page: () => import("./WelcomePage"), title: "welcome:title", frame: "public", texts: ["notice", "terms"] },
];
