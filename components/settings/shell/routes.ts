import {
	Activity,
	Blocks,
	Database,
	History,
	LayoutDashboard,
	type LucideIcon,
	ScanSearch,
	SquareTerminal,
	Webhook,
} from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** A page of the settings. Its URL is `options.html#/` and its name; each loads when it is opened first. */
export type Route = {
	name: RouteName;
	icon: LucideIcon;
	page: LazyExoticComponent<ComponentType>;
};

export const routeNames = [
	"overview",
	"crm-endpoints",
	"webhooks",
	"functions",
	"console",
	"page-reading",
	"history",
	"privacy",
] as const;
export type RouteName = (typeof routeNames)[number];

export const routes: readonly Route[] = [
	{ name: "overview", icon: LayoutDashboard, page: lazy(() => import("../overview/overview-page")) },
	{ name: "crm-endpoints", icon: Database, page: lazy(() => import("../endpoints/endpoints-page")) },
	{ name: "webhooks", icon: Webhook, page: lazy(() => import("../webhooks/webhooks-page")) },
	{ name: "functions", icon: Blocks, page: lazy(() => import("../functions/functions-page")) },
	{ name: "console", icon: SquareTerminal, page: lazy(() => import("../console/console-page")) },
	{ name: "page-reading", icon: ScanSearch, page: lazy(() => import("../page-reading/page-reading-page")) },
	{ name: "history", icon: History, page: lazy(() => import("../history/history-page")) },
	{ name: "privacy", icon: Activity, page: lazy(() => import("../privacy/privacy-page")) },
];

/** Where the page is: a route, and what of it is meant (`#/webhooks/secret`), for a page to show or focus. */
export type Place = { route: RouteName; target: string };

export const hrefOf = ({ route, target }: { route: RouteName; target?: string }): string =>
	target ? `#/${route}/${encodeURIComponent(target)}` : `#/${route}`;

/** Reads a location's hash. Anything unknown is the overview. */
export function placeOf(hash: string): Place {
	const [, name = "", target = ""] = /^#\/([^/]*)\/?(.*)$/.exec(hash) ?? [];
	const route = routeNames.find((one) => one === name);
	return route ? { route, target: decoded(target) } : { route: "overview", target: "" };
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return "";
	}
}
