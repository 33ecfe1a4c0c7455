import {
	Activity,
	Blocks,
	Database,
	History,
	LayoutDashboard,
	type LucideIcon,
	ScanSearch,
	Send,
	SquareTerminal,
	Webhook,
} from "lucide-react";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { RouteName } from "./place";

/** A page of the settings; each loads when it is opened first. */
export type Route = {
	name: RouteName;
	icon: LucideIcon;
	page: LazyExoticComponent<ComponentType>;
};

export const routes: readonly Route[] = [
	{ name: "overview", icon: LayoutDashboard, page: lazy(() => import("../overview/overview-page")) },
	{ name: "crm-endpoints", icon: Database, page: lazy(() => import("../endpoints/endpoints-page")) },
	{ name: "webhooks", icon: Webhook, page: lazy(() => import("../webhooks/webhooks-page")) },
	{ name: "deliveries", icon: Send, page: lazy(() => import("../deliveries/deliveries-page")) },
	{ name: "functions", icon: Blocks, page: lazy(() => import("../functions/functions-page")) },
	{ name: "console", icon: SquareTerminal, page: lazy(() => import("../console/console-page")) },
	{ name: "page-reading", icon: ScanSearch, page: lazy(() => import("../page-reading/page-reading-page")) },
	{ name: "history", icon: History, page: lazy(() => import("../history/history-page")) },
	{ name: "privacy", icon: Activity, page: lazy(() => import("../privacy/privacy-page")) },
];
