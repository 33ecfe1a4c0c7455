import { beforeEach, describe, expect, it } from "vitest";
import { cardKey } from "@/lib/crm/lookup";
import { createLookupWorld, endpoint, key, query, settle, startTime } from "./lookup-setup";

let world: ReturnType<typeof createLookupWorld>;
beforeEach(() => {
	world = createLookupWorld();
});

const ready = { status: "ready", refreshing: false, stale: false };

describe("a customer who was never looked up", () => {
	it("is loading, then ready with a card that is kept", async () => {
		const { states, done } = world.look();
		await settle();
		expect(states).toEqual([{ status: "loading" }]);
		world.time += 800;
		world.request().answer("Ana");
		await done;
		expect(states[1]).toEqual({ ...ready, card: { key, fetchedAt: startTime + 800 } });
		expect(world.store.get(key)?.answer.customers[0]?.name).toBe("Ana");
	});

	it("fails without a card when the CRM cannot be reached, and asks again the next time", async () => {
		const first = world.look();
		await settle();
		world.request().fail({ reason: "unreachable" });
		await first.done;
		expect(first.states[1]).toEqual({
			status: "failed",
			failure: { reason: "unreachable", host: "crm.example.com" },
			card: undefined,
		});
		world.look();
		await settle();
		expect(world.http).toHaveBeenCalledTimes(2);
	});

	it("fails when the answer has no customer in it", async () => {
		world.http.mockResolvedValue({
			ok: true,
			value: { status: 200, contentType: "", text: '{"found": true}' },
		});
		const { states, done } = world.look();
		await done;
		expect(states[1]).toMatchObject({
			failure: { reason: "unreadable-answer", detail: "customers-missing", excerpt: '{"found": true}' },
		});
		expect(world.store.size).toBe(0);
	});

	it("asks nothing without permission, and says which is missing", async () => {
		world.permitted = false;
		const { states, done } = world.look();
		await done;
		expect(states).toEqual([
			{
				status: "failed",
				failure: { reason: "permission-missing", origin: "https://crm.example.com/*" },
				card: undefined,
			},
		]);
		expect(world.http).not.toHaveBeenCalled();
	});
});

describe("a cached card", () => {
	it.each([0, 299_999])("%d ms old is fresh: shown without asking", async (age) => {
		world.cache(age);
		const { states, done } = world.look();
		await done;
		expect(states).toEqual([{ ...ready, card: { key, fetchedAt: startTime - age } }]);
		expect(world.http).not.toHaveBeenCalled();
	});

	it.each([300_000, 86_400_000])("%d ms old is shown as stale while the CRM is asked", async (age) => {
		world.cache(age);
		const { states, done } = world.look();
		await settle();
		expect(states).toEqual([
			{ status: "ready", card: { key, fetchedAt: startTime - age }, refreshing: true, stale: true },
		]);
		world.request().answer("Ana");
		await done;
		expect(states[1]).toEqual({ ...ready, card: { key, fetchedAt: startTime } });
	});

	it.each([
		[0, 0, true],
		[59_999, 60, false],
		[60_000, 60, true],
	])("%d ms old at a lifetime of %d s: asks %j", async (age, cache_ttl_s, asks) => {
		world.store.set(cardKey(endpoint, query), {
			key,
			answer: { found: false, customers: [], more: [], problems: [] },
			fetchedAt: startTime - age,
		});
		world.look({ endpoint: { ...endpoint, cache_ttl_s } });
		await settle();
		expect(world.http).toHaveBeenCalledTimes(asks ? 1 : 0);
	});

	it("that is fresh is still asked for anew when forced, and does not count as stale", async () => {
		world.cache(1_000);
		const { states } = world.look({ force: true });
		await settle();
		expect(states).toEqual([
			{ status: "ready", card: { key, fetchedAt: startTime - 1_000 }, refreshing: true, stale: false },
		]);
		expect(world.http).toHaveBeenCalledTimes(1);
	});

	it("from the future is not trusted: the clock was set back", async () => {
		world.cache(-1);
		const { states } = world.look();
		await settle();
		expect(states).toMatchObject([{ status: "ready", refreshing: true, stale: true }]);
	});

	it("is kept as the last good one when the CRM fails", async () => {
		world.cache(400_000);
		const { states, done } = world.look();
		await settle();
		world.request().fail({ reason: "timeout" });
		await done;
		expect(states[1]).toEqual({
			status: "failed",
			failure: { reason: "timeout", afterMs: 15_000 },
			card: { key, fetchedAt: startTime - 400_000 },
		});
		expect(world.store.get(key)?.fetchedAt).toBe(startTime - 400_000);
	});

	it("is shown beside the missing permission, however fresh", async () => {
		world.cache(0);
		world.permitted = false;
		const { states, done } = world.look();
		await done;
		expect(states).toMatchObject([
			{ status: "failed", failure: { reason: "permission-missing" }, card: { key } },
		]);
	});

	it("of another endpoint, phone or related phone is not this one's", () => {
		const keys = [
			key,
			cardKey({ ...endpoint, url: "https://crm.example.com/d" }, query),
			cardKey(endpoint, { ...query, phone: "+34612345679" }),
			cardKey(endpoint, { ...query, relatedPhones: ["+34612345679"] }),
			cardKey(endpoint, { ...query, customerId: "7" }),
		];
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe("two who ask for the same customer", () => {
	it("share one request, and both are answered", async () => {
		const [one, two] = [world.look(), world.look()];
		await settle();
		world.request().answer("Ana");
		await Promise.all([one.done, two.done]);
		expect(world.http).toHaveBeenCalledTimes(1);
		expect([one.states[1], two.states[1]]).toEqual([
			{ ...ready, card: { key, fetchedAt: startTime } },
			{ ...ready, card: { key, fetchedAt: startTime } },
		]);
	});

	it("share one failure", async () => {
		const [one, two] = [world.look(), world.look({ force: true })];
		await settle();
		world.request().fail({ reason: "redirected" });
		await Promise.all([one.done, two.done]);
		expect([one.states[1], two.states[1]]).toMatchObject([{ status: "failed" }, { status: "failed" }]);
	});

	it("do not disturb each other: when one leaves, the other is answered", async () => {
		const [one, two] = [world.look(), world.look()];
		await settle();
		one.abort();
		await settle();
		expect(world.request().signal?.aborted).toBe(false);
		world.request().answer("Ana");
		await Promise.all([one.done, two.done]);
		expect(one.states).toEqual([{ status: "loading" }]);
		expect(two.states[1]).toMatchObject(ready);
	});

	it("cancel the request when both leave", async () => {
		const [one, two] = [world.look(), world.look()];
		await settle();
		one.abort();
		two.abort();
		expect(world.request().signal?.aborted).toBe(true);
		await Promise.all([one.done, two.done]);
		expect([one.states, two.states]).toEqual([[{ status: "loading" }], [{ status: "loading" }]]);
		expect(world.store.size).toBe(0);
	});

	it("do not share with one who comes after the request was cancelled", async () => {
		const first = world.look();
		await settle();
		first.abort();
		const second = world.look();
		await settle();
		expect(world.http).toHaveBeenCalledTimes(2);
		world.request(1).answer("Ana");
		await Promise.all([first.done, second.done]);
		expect(second.states[1]).toMatchObject(ready);
	});

	it("do not share when they ask for different customers", async () => {
		world.look();
		world.look({ endpoint: { ...endpoint, url: "https://crm.example.com/d" } });
		await settle();
		expect(world.http).toHaveBeenCalledTimes(2);
	});
});

describe("a lookup that was aborted", () => {
	it("before it began reports nothing and sends nothing", async () => {
		const { states, done } = world.look({ signal: AbortSignal.abort() });
		await done;
		expect(states).toEqual([]);
		expect(world.http).not.toHaveBeenCalled();
	});

	it("while the cache is read reports nothing and sends nothing", async () => {
		const { states, done, abort } = world.look();
		abort();
		await done;
		expect(states).toEqual([]);
		expect(world.http).not.toHaveBeenCalled();
	});

	it("does not report an answer that is already there", async () => {
		const { states, done, abort } = world.look();
		await settle();
		world.request().answer("Ana");
		abort();
		await done;
		expect(states).toEqual([{ status: "loading" }]);
	});

	it("may be aborted after its end without harm", async () => {
		const { states, done, abort } = world.look();
		await settle();
		world.request().answer("Ana");
		await done;
		abort();
		await settle();
		expect(states).toHaveLength(2);
		expect(world.request().signal?.aborted).toBe(false);
	});
});

describe("an error, which is a bug and no failure,", () => {
	it("reaches everybody who waits, and the next lookup starts anew", async () => {
		const [one, two] = [world.look(), world.look()];
		const outcomes = Promise.allSettled([one.done, two.done]);
		await settle();
		world.request().reject(new Error("bug"));
		expect(await outcomes).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
		const next = world.look();
		await settle();
		world.request(1).answer("Ana");
		await next.done;
		expect(next.states[1]).toMatchObject(ready);
	});

	it("of the cache rejects too, when reading", async () => {
		world.cards.get.mockRejectedValueOnce(new Error("no database"));
		await expect(world.look().done).rejects.toThrow("no database");
	});

	it("of a cache that cannot be written costs nothing but the next request", async () => {
		world.cards.put.mockRejectedValueOnce(new Error("quota"));
		const { done, states } = world.look();
		await settle();
		world.request().answer("Ana");
		await done;
		expect(states.at(-1)).toMatchObject({ status: "ready", refreshing: false });
	});
});
