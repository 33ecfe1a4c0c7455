import { describe, expect, it } from "vitest";
import { chartBuckets } from "@/components/settings/deliveries/chart-buckets";
import { deliveriesPlaceOf, everything, filterOf, targetOf } from "@/components/settings/deliveries/view";
import { hrefOf, placeOf } from "@/components/settings/shell/place";
import type { Delivery } from "@/lib/webhooks/delivery";
import { exportedDelivery } from "@/lib/webhooks/delivery-export";

describe("the place of the deliveries page", () => {
	it.each([
		everything,
		{ ...everything, status: "failed" as const },
		{
			status: "pending" as const,
			event: "phone.detected" as const,
			text: "+34 600 & ?%#/",
			from: "2026-11-01",
			to: "2026-11-02",
		},
		{ ...everything, text: "ñandú" },
	])("is read as it was written: $status $text", (view) => {
		const { route, target } = placeOf(hrefOf({ route: "deliveries", target: targetOf(view) }));
		expect(route).toBe("deliveries");
		expect(deliveriesPlaceOf(target)).toEqual({ view });
	});

	it("names one delivery", () => {
		expect(deliveriesPlaceOf("id:17")).toEqual({ seq: 17 });
	});

	it.each([
		"nonsense",
		"id:",
		"id:x",
		"id:1e9",
		"failed?event=no.such&from=2026-99-99",
		"?",
		"all?from=yesterday",
	])("ignores what it cannot read: %s", (target) => {
		const place = deliveriesPlaceOf(target);
		expect(place).toMatchObject({ view: { text: "", from: "", to: "" } });
		expect(place).not.toHaveProperty("view.event");
	});

	it("means whole days, from the first moment to the last", () => {
		const { since, until } = filterOf({ ...everything, from: "2026-11-24", to: "2026-11-25" });
		expect(new Date(since ?? 0)).toEqual(new Date(2026, 10, 24));
		expect(new Date(until ?? 0)).toEqual(new Date(2026, 10, 26));
	});
});

describe("the chart", () => {
	const now = new Date(2026, 10, 25, 12, 30).getTime();
	const hourMs = 3_600_000;
	const current = Math.floor(now / hourMs) * hourMs;

	it("has 48 hours, the last of them under way, and leaves out what is older", () => {
		const buckets = chartBuckets(
			[
				{ hour: current - 48 * hourMs, delivered: 9, failed: 9 },
				{ hour: current - 47 * hourMs, delivered: 1, failed: 0 },
				{ hour: current, delivered: 2, failed: 3, retried: 4 },
			],
			"hours",
			now,
		);
		expect(buckets).toHaveLength(48);
		// Older versions did not count what was tried again.
		expect(buckets[0]).toMatchObject({ delivered: 1, failed: 0, retried: 0 });
		expect(buckets.at(-1)).toEqual({ start: current, delivered: 2, failed: 3, retried: 4 });
		expect(buckets.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(3);
	});

	it("adds the hours of a day of the calendar", () => {
		const midnight = new Date(2026, 10, 24).getTime();
		const buckets = chartBuckets(
			[0, 9, 23].map((hours) => ({ hour: midnight + hours * hourMs, delivered: 1, failed: 2, retried: 5 })),
			"days",
			now,
		);
		expect(buckets).toHaveLength(30);
		expect(buckets.at(-2)).toEqual({ start: midnight, delivered: 3, failed: 6, retried: 15 });
	});
});

it("exports a delivery with its attempts, and no key of the URL", () => {
	const delivery: Delivery = {
		seq: 3,
		id: "event_3",
		event: "phone.detected",
		body: '{"event":"phone.detected"}',
		storedAt: Date.parse("2026-11-25T10:00:00Z"),
		status: "pending",
		dueAt: Date.parse("2026-11-25T11:00:00Z"),
		lane: "c0ffee",
		attemptCount: 1,
		failures: 1,
		attempts: [
			{
				number: 1,
				startedAt: Date.parse("2026-11-25T10:00:01Z"),
				latencyMs: 12,
				url: "https://user:pass@hooks.example.com/in?key=s3cret&a=b#x",
				status: 500,
				failure: { reason: "http-status", status: 500 },
			},
		],
	};
	expect(exportedDelivery(delivery)).toEqual({
		id: "event_3",
		event: "phone.detected",
		status: "pending",
		stored_at: "2026-11-25T10:00:00.000Z",
		due_at: "2026-11-25T11:00:00.000Z",
		body: { event: "phone.detected" },
		attempts: [
			{
				number: 1,
				started_at: "2026-11-25T10:00:01.000Z",
				latency_ms: 12,
				url: "https://hooks.example.com/in?key=••••••&a=••••••",
				status: 500,
				failure: { reason: "http-status", status: 500 },
			},
		],
	});
});
