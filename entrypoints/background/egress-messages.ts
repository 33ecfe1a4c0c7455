import { callHistory, historyMs } from "@/lib/egress/call-history";
import { plainPath } from "@/lib/egress/entry";
import { handle } from "@/lib/messaging/server";
import { everyDay } from "@/lib/platform/alarms";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { Services } from "./services";

/** The messages about what left this browser: the log itself, and what it tells of endpoints. */
export function setupEgressMessages({ egress, settings, tools: { crmDrift, now } }: Services): void {
	everyDay("prune-egress", () => void egress.prune().catch(() => undefined));
	handle("getEgressOverview", () => egress.overview());
	handle("listEgress", ({ filter, ...page }) => egress.list(filter, page));
	handle("removeEgress", ({ filter }) => egress.remove(filter));
	handle("acceptDrift", async ({ type, path }) => {
		const endpoint = await storedEndpoint(settings, type);
		if (endpoint) await crmDrift.accept(endpoint, path);
	});
	handle("getEndpointHistories", async () => {
		const read = await settings.read();
		const endpoints = read.ok ? read.value.crm_endpoints : [];
		return Promise.all(
			endpoints.map(async ({ type, url, method }) => {
				const { host, pathname } = new URL(url);
				const path = plainPath(pathname);
				const calls = await egress.ofPurpose({ kind: "crm", name: type }, now() - historyMs);
				// Another URL or method is another endpoint, as for its health.
				const own = calls.filter(
					(call) => call.host === host && call.path === path && call.method === method,
				);
				return { type, history: callHistory(own, now()) };
			}),
		);
	});
}
