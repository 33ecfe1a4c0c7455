import { expect, it } from "vitest";
import { dueAndSnoozed } from "@/lib/followup/due";
import type { FollowUp, FollowUpState } from "@/lib/followup/follow-up";
import { aFollowUp } from "./a-follow-up";

const now = Date.parse("2026-11-25T10:00:00Z");
const hour = 3_600_000;

const followUp = (id: string, score: number, foundAt: number, state: FollowUpState = "due"): FollowUp =>
	aFollowUp({ id, foundAt, state, finding: { ...aFollowUp().finding, score } });

const ids = (followUps: readonly FollowUp[]) => followUps.map(({ id }) => id);

it("the highest score comes first, and of two equal ones the one that was found first", () => {
	const { due } = dueAndSnoozed(
		[followUp("new", 0.5, now), followUp("high", 0.9, now), followUp("old", 0.5, now - hour)],
		now,
	);
	expect(ids(due)).toEqual(["high", "old", "new"]);
});

it("what was snoozed is due again at its time, and not a moment before", () => {
	const snoozed = { ...followUp("a", 0.5, now - hour, "snoozed"), snoozedUntil: now + 1 };
	expect(dueAndSnoozed([snoozed], now)).toEqual({ due: [], snoozed: [snoozed] });
	expect(ids(dueAndSnoozed([snoozed], now + 1).due)).toEqual(["a"]);
});

it("of those snoozed the one that comes back next is first", () => {
	const later = { ...followUp("later", 0.9, now, "snoozed"), snoozedUntil: now + 2 * hour };
	const soon = { ...followUp("soon", 0.3, now, "snoozed"), snoozedUntil: now + hour };
	expect(ids(dueAndSnoozed([later, soon], now).snoozed)).toEqual(["soon", "later"]);
});

it.each(["contacted", "dismissed", "replied", "converted"] as const)(
	"nobody is asked about what is %s",
	(state) => {
		expect(dueAndSnoozed([followUp("a", 1, now, state)], now)).toEqual({ due: [], snoozed: [] });
	},
);
