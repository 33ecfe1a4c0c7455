import { awake } from "@/lib/followup/after";
import { byUrgency } from "@/lib/followup/due";
import type { FollowUp } from "@/lib/followup/follow-up";
import { funnelOf } from "@/lib/followup/funnel";
import { readFactors } from "@/lib/followup/learned-weights";
import { askPage } from "@/lib/messaging/ask-page";
import { handle } from "@/lib/messaging/server";
import { followUps, learnedWeights } from "@/lib/platform/follow-ups";
import { leftAlone } from "@/lib/platform/left-alone";
import { createFollowUpRuns } from "./follow-up";
import { act } from "./follow-up-after";
import type { Services } from "./services";

/** The messages about follow-ups and the runs that look for them. To be called when the worker starts. */
export function setupFollowUpMessages(services: Services): void {
	const runs = createFollowUpRuns(services);
	const { now } = services;
	handle("listFollowUps", async ({ state, limit }) =>
		(await followUps.all())
			.map((followUp) => awake(followUp, now()))
			.filter((followUp) => state === undefined || followUp.state === state)
			.toSorted(mostUrgentFirst)
			.slice(0, limit),
	);
	handle("actOnFollowUp", ({ id, action }) => act(services, id, action));
	handle("runFollowUp", () => runs.runNow());
	handle("previewFollowUp", () => runs.preview());
	handle("getFollowUpRuns", () => runs.list());
	handle("getFunnel", async ({ since }) => {
		const [found, left] = await Promise.all([followUps.since(since), leftAlone()]);
		return funnelOf(found, left, since);
	});
	handle("getLearnedWeights", async () => readFactors(await learnedWeights.get()));
	handle("resetLearnedWeights", () => learnedWeights.clear());
	// A tab that was open before the extension was installed has no content script yet.
	handle("openChat", ({ tabId, chat }) =>
		askPage("showChat", { chat }, tabId).catch(() => "no-page" as const),
	);
}

/** Those that are due go first, of these the likeliest sale, then who has waited longest; the others as they were found. */
function mostUrgentFirst(one: FollowUp, other: FollowUp): number {
	const isDue = (followUp: FollowUp) => Number(followUp.state === "due");
	if (isDue(one) !== isDue(other)) return isDue(other) - isDue(one);
	if (!isDue(one)) return other.foundAt - one.foundAt;
	return byUrgency(one, other);
}
