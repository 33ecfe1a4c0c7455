import { describe, expect, it } from "vitest";
import { callHistory } from "@/lib/egress/call-history";
import { endpointCalls } from "@/lib/egress/endpoint-calls";
import type { EgressEntry } from "@/lib/egress/entry";

const endpoint = {
	url: "https://crm.example/people/{phone}",
	method: "GET",
	steps: [
		{ url: "https://crm.example/people/{answer.id}/orders", method: "GET" },
		{ url: "https://crm.example/people/{answers.0.id}/notes", method: "GET", optional: true },
	],
} as const satisfies Parameters<typeof endpointCalls>[1];

let time = 0;
const request = (path: string, more: Partial<EgressEntry> = {}): EgressEntry => {
	time += 10;
	return {
		seq: time * 1_000,
		at: time,
		kind: "crm",
		name: "sidePanel_CustomerInfo",
		method: "GET",
		host: "crm.example",
		path,
		fields: [],
		bytes: 1,
		ms: 10,
		state: "succeeded",
		status: 200,
		...more,
	};
};
const first = (more?: Partial<EgressEntry>) => request("/people/…", more);
const orders = (more?: Partial<EgressEntry>) => request("/people/7/orders", { step: 1, ...more });
const notes = (more?: Partial<EgressEntry>) => request("/people/7/notes", { step: 2, ...more });
const failed = { state: "failed", status: 503, failure: "http-status" } as const;

describe("a call of an endpoint with steps", () => {
	it("is one, and takes as long as all its requests", () => {
		const calls = endpointCalls([first(), orders({ ms: 20 }), notes({ ms: 30 })], endpoint);
		expect(calls.map(({ ms, state }) => [ms, state])).toEqual([[60, "succeeded"]]);
	});

	it("fails with a step it needs, and not with an optional one", () => {
		const requests = [first(), orders(failed), first(), orders(), notes(failed)];
		expect(endpointCalls(requests, endpoint)).toMatchObject([
			{ state: "failed", status: 503, failure: "http-status" },
			{ state: "succeeded", status: 200 },
		]);
		expect(callHistory(endpointCalls(requests, endpoint), time).day).toMatchObject({
			calls: 2,
			succeeded: 1,
		});
	});

	it("may end before its steps, because there was nobody to ask on about", () => {
		const calls = endpointCalls([first(), first(), orders()], endpoint);
		expect(calls.map(({ ms }) => ms)).toEqual([10, 20]);
	});

	it("is cancelled with a step", () => {
		const cancelled = { state: "cancelled", status: undefined, failure: "cancelled" } as const;
		expect(endpointCalls([first(), orders(cancelled)], endpoint)).toMatchObject([{ state: "cancelled" }]);
	});

	it("is told from another under way at once", () => {
		const calls = endpointCalls([first(), first(), orders(failed), orders(failed)], endpoint);
		expect(calls.map(({ state }) => state)).toEqual(["failed", "failed"]);
	});

	it("is told from its steps where all have one address", () => {
		const rpc = { url: "https://crm.example/rpc", method: "POST" } as const;
		const post = (more: Partial<EgressEntry> = {}) => request("/rpc", { method: "POST", ...more });
		const requests = [post(), post({ step: 1 }), post(), post({ step: 1 })];
		expect(endpointCalls(requests, { ...rpc, steps: [rpc] })).toHaveLength(2);
	});
});

it("requests of the same type to other places are of no call", () => {
	const requests = [
		request("/orders/7"),
		first({ host: "other.example" }),
		first({ method: "POST" }),
		first(),
		request("/people/7/parcels", { step: 1, ...failed }),
		request("/people/7/orders", { step: 3, ...failed }),
	];
	expect(endpointCalls(requests, endpoint)).toMatchObject([{ ms: 10, state: "succeeded" }]);
});

it("a step long after a call is not its", () => {
	const requests = [first(), orders({ at: time + 60_011, ...failed })];
	expect(endpointCalls(requests, endpoint)).toMatchObject([{ state: "succeeded" }]);
});
