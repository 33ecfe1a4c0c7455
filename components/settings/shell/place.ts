/** The pages of the settings, in their order. The URL of each is `options.html#/` and its name. */
export const routeNames = [
	"overview",
	"crm-endpoints",
	"health",
	"webhooks",
	"deliveries",
	"functions",
	"assistant",
	"follow-up",
	"console",
	"mcp-bridge",
	"page-reading",
	"activity",
	"history",
	"privacy",
] as const;
export type RouteName = (typeof routeNames)[number];

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
