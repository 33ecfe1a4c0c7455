import fc from "fast-check";
import { expect, it } from "vitest";
import { activityPlaceOf, filterOf, targetOf } from "@/components/settings/activity/view";
import { callBuckets, callSpans } from "@/components/settings/health/call-buckets";
import { callHistory } from "@/lib/egress/call-history";
import { type EgressEntry, egressStates } from "@/lib/egress/entry";

const now = Date.parse("2026-03-04T12:30:00Z");

it("the bars of a chart hold every call that its figures count", () => {
	const call = fc.record({
		at: fc.integer({ min: now - 9 * 24 * 3_600_000, max: now }),
		state: fc.constantFrom(...egressStates),
	});
	fc.assert(
		fc.property(fc.array(call), (calls) => {
			const history = callHistory(
				calls.map((one) => ({ ...one, seq: 1, ms: 1 }) as EgressEntry),
				now,
			);
			for (const span of callSpans) {
				const bars = callBuckets(history.hours, span, now);
				const good = bars.reduce((sum, bar) => sum + bar.good, 0);
				const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
				expect([good, good + failed]).toEqual([history[span].succeeded, history[span].calls]);
			}
		}),
	);
});

it("an address of the activity page reads as the view it was made of", () => {
	const day = fc.constantFrom("", "2026-03-04", "2024-02-29");
	const text = fc.string({ maxLength: 20 });
	const purpose = fc.record({
		kind: fc.constantFrom("crm" as const, "webhook-test" as const),
		name: fc.constantFrom("globalSearch", "phone.detected"),
	});
	const view = fc.record(
		{ state: fc.constantFrom(...egressStates), purpose, host: text, text, from: day, to: day },
		{ requiredKeys: ["host", "text", "from", "to"] },
	);
	fc.assert(
		fc.property(view, (one) => {
			expect(activityPlaceOf(targetOf(one))).toEqual({ view: one });
		}),
	);
});

it.each(["nonsense", "failed?from=yesterday&purpose=spam:x", "%", "id:", "id:x"])(
	"what cannot be read of %s does not matter",
	(target) => {
		const place = activityPlaceOf(target);
		expect("view" in place && Object.keys(filterOf(place.view)).filter((name) => name !== "state")).toEqual(
			[],
		);
	},
);
