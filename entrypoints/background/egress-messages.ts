import { handle } from "@/lib/messaging/server";
import { everyDay } from "@/lib/platform/alarms";
import type { Services } from "./services";

/** The messages of the activity page: what left this browser. */
export function setupEgressMessages({ egress }: Services): void {
	everyDay("prune-egress", () => void egress.prune().catch(() => undefined));
	handle("getEgressOverview", () => egress.overview());
	handle("listEgress", ({ filter, ...page }) => egress.list(filter, page));
	handle("removeEgress", ({ filter }) => egress.remove(filter));
}
