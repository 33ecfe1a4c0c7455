import {
	BellRing,
	Blocks,
	Cable,
	Database,
	HeartPulse,
	History,
	LayoutDashboard,
	type LucideIcon,
	Radio,
	ScanSearch,
	Send,
	ShieldCheck,
	Sparkles,
	SquareTerminal,
	Webhook,
} from "lucide-react";
import type { ComponentType } from "react";
import type { RouteName } from "./place";

/** A page of the settings; each loads when it is opened first. */
export type Route = {
	name: RouteName;
	icon: LucideIcon;
	load(): Promise<{ default: ComponentType }>;
};

export const routes: readonly Route[] = [
	{ name: "overview", icon: LayoutDashboard, load: () => import("../overview/overview-page") },
	{ name: "crm-endpoints", icon: Database, load: () => import("../endpoints/endpoints-page") },
	{ name: "health", icon: HeartPulse, load: () => import("../health/health-page") },
	{ name: "webhooks", icon: Webhook, load: () => import("../webhooks/webhooks-page") },
	{ name: "deliveries", icon: Send, load: () => import("../deliveries/deliveries-page") },
	{ name: "functions", icon: Blocks, load: () => import("../functions/functions-page") },
	{ name: "assistant", icon: Sparkles, load: () => import("../assistant/assistant-page") },
	{ name: "follow-up", icon: BellRing, load: () => import("../follow-up/follow-up-page") },
	{ name: "console", icon: SquareTerminal, load: () => import("../console/console-page") },
	{ name: "mcp-bridge", icon: Cable, load: () => import("../bridge/bridge-page") },
	{ name: "page-reading", icon: ScanSearch, load: () => import("../page-reading/page-reading-page") },
	{ name: "activity", icon: Radio, load: () => import("../activity/activity-page") },
	{ name: "history", icon: History, load: () => import("../history/history-page") },
	{ name: "privacy", icon: ShieldCheck, load: () => import("../privacy/privacy-page") },
];
