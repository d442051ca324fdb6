import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "@/app/address";
import { pages } from "@/app/nouns";
import { hostOf } from "@/app/PageHost";
import type { PageRoute } from "@/app/route";
import { ErrorPage } from "@/shell/ErrorPage";
import { NarrowFrame } from "@/shell/NarrowFrame";
import { NotFoundPage } from "@/shell/NotFoundPage";
import { PublicFrame } from "@/shell/PublicFrame";
import { Waiting } from "@/ui/Waiting";

const root = createRootRoute({
  notFoundComponent: () => (
    <PublicFrame>
      <NotFoundPage />
    </PublicFrame>
  ),
});

const frames = {
  narrow: createRoute({ getParentRoute: () => root, id: "narrow", component: NarrowFrame }),
  public: createRoute({ getParentRoute: () => root, id: "public", component: PublicFrame }),
  // The shell brings what calls the server; pages without an account do not load it.
  desk: createRoute({
    getParentRoute: () => root,
    id: "desk",
    component: lazyRouteComponent(() => import("@/shell/Shell")),
  }),
};

const framed = (frame: PageRoute["frame"]) =>
  frames[frame].addChildren(
    pages
      .filter((page) => page.frame === frame)
      .map((page) =>
        createRoute({ getParentRoute: () => frames[frame], path: page.path, component: hostOf(page) }),
      ),
  );

export const router = createRouter({
  routeTree: root.addChildren([framed("narrow"), framed("public"), framed("desk")]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: Waiting,
});
