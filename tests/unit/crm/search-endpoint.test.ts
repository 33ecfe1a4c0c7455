import { describe, expect, it, vi } from "vitest";
import type { Http, HttpFailure, HttpResponse } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Endpoint } from "@/lib/crm/endpoint";
import { failuresToDisable } from "@/lib/crm/health";
import { createHealthRecord } from "@/lib/crm/health-record";
import { createEndpointSearch } from "@/lib/crm/search-endpoint";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { memoryValue } from "../../fixtures/memory-storage";

const endpoint: Endpoint = { type: "search_Products", url: "https://crm.example.com/p", method: "GET" };
const purpose = { kind: "crm", name: "search_Products" } as const;

function createWorld(answer: unknown, permitted = true) {
	const verdicts: (string | undefined)[] = [];
	const sent: Result<HttpResponse, HttpFailure> = ok({
		status: 200,
		contentType: "application/json",
		text: JSON.stringify(answer),
	});
	const http = vi.fn<Http>(async (_request, { signal, verdict }) => {
		void verdict?.then((failure) => verdicts.push(failure));
		return signal?.aborted ? fail({ reason: "cancelled" }) : sent;
	});
	const answered = vi.fn();
	const health = createHealthRecord(memoryValue(), () => 0);
	const search = createEndpointSearch({
		http,
		mapping: { run: evaluateJob },
		hasPermission: async () => permitted,
		health,
		answered,
		now: () => 0,
	});
	const controller = new AbortController();
	return {
		http,
		answered,
		health,
		verdicts,
		abort: () => controller.abort(),
		search: (force = false) =>
			search(endpoint, { query: "shirt & tie", limit: 20 }, { signal: controller.signal, purpose, force }),
	};
}

describe("a search", () => {
	it("sends what is searched and gives what was found", async () => {
		const world = createWorld({ products: [{ name: "Shirt" }] });
		expect(await world.search()).toMatchObject({
			ok: true,
			value: { kind: "products", products: [{ name: "Shirt" }] },
		});
		expect(world.http.mock.calls[0]?.[0].url).toBe("https://crm.example.com/p?query=shirt+%26+tie&limit=20");
		expect(world.answered).toHaveBeenCalledWith(endpoint, { products: [{ name: "Shirt" }] });
		expect(world.verdicts).toEqual([undefined]);
		expect((await world.health.of(endpoint)).lastSuccessAt).toBe(0);
	});

	it("learns nothing from an answer with nothing in it", async () => {
		const world = createWorld({ products: [] });
		expect((await world.search()).ok).toBe(true);
		expect(world.answered).not.toHaveBeenCalled();
	});

	it("sends nothing without permission, and says which is missing", async () => {
		const world = createWorld({ products: [] }, false);
		expect(await world.search()).toEqual(
			fail({ reason: "permission-missing", origin: "https://crm.example.com/*" }),
		);
		expect(world.http).not.toHaveBeenCalled();
	});

	it("fails when the answer is no list of its kind, and says so to the log", async () => {
		const world = createWorld({ error: "nope" });
		expect(await world.search()).toMatchObject({
			ok: false,
			failure: { reason: "unreadable-answer", detail: "products-missing" },
		});
		expect(world.verdicts).toEqual(["unreadable-answer"]);
		expect(world.answered).not.toHaveBeenCalled();
	});

	it("is not sent to an endpoint that is paused, unless the user wants to", async () => {
		const world = createWorld({ error: "nope" });
		for (let count = 0; count < failuresToDisable; count++) await world.search();
		expect(await world.search()).toMatchObject({ failure: { reason: "endpoint-disabled" } });
		expect(world.http).toHaveBeenCalledTimes(failuresToDisable);
		expect(await world.search(true)).toMatchObject({ failure: { reason: "unreadable-answer" } });
	});

	it("that was given up before it began sends nothing and counts for nothing", async () => {
		const world = createWorld({ products: [] });
		world.abort();
		expect(await world.search()).toEqual(fail({ reason: "cancelled" }));
		expect(world.http).not.toHaveBeenCalled();
		expect((await world.health.of(endpoint)).consecutiveErrors).toBe(0);
	});
});
