import { historyMs } from "@/lib/egress/call-history";
import { endpointHistories } from "@/lib/egress/endpoint-histories";
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
		return endpointHistories(endpoints, await egress.ofPurpose({ kind: "crm" }, now() - historyMs), now());
	});
}
