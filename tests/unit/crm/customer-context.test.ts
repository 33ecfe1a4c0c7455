import { describe, expect, it, vi } from "vitest";
import { fail, ok } from "@/lib/core/result";
import { createContextCache, createContextLookup } from "@/lib/crm/customer-context";
import type { Endpoint } from "@/lib/crm/endpoint";
import { defaultCacheTtlS } from "@/lib/crm/endpoint-type";
import { memoryValue } from "../../fixtures/memory-storage";

const endpoint: Endpoint = {
	type: "ai_CustomerInitialInfo",
	url: "https://crm.example.com/c",
	method: "GET",
};
const query = { phone: "+34612345678", relatedPhones: [] };
const down = { reason: "unreachable", host: "crm.example.com" } as const;

function createWorld() {
	const world = {
		time: 1_000_000,
		answer: { likes: "tea" } as unknown,
		isDown: false,
		contexts: createContextCache(memoryValue()),
		ask: vi.fn(async () =>
			world.isDown ? fail(down) : ok({ kind: "context" as const, context: world.answer, problems: [] }),
		),
		look: (force = false, phone = query.phone) =>
			lookUp(endpoint, { ...query, phone }, { force, signal: new AbortController().signal }),
	};
	const lookUp = createContextLookup({ ask: world.ask, contexts: world.contexts, now: () => world.time });
	return Object.assign(world, { lookUp });
}

describe("what the assistant is told", () => {
	it("is asked for once while it is fresh, by conversation", async () => {
		const world = createWorld();
		expect((await world.look()).context).toMatchObject({ value: { likes: "tea" }, fetchedAt: 1_000_000 });
		world.time += defaultCacheTtlS * 1000 - 1;
		await world.look();
		expect(world.ask).toHaveBeenCalledTimes(1);
		await world.look(false, "+34699000111");
		expect(world.ask).toHaveBeenCalledTimes(2);
	});

	it.each([
		["it is old", (world: ReturnType<typeof createWorld>) => (world.time += defaultCacheTtlS * 1000)],
		["the clock was set back", (world: ReturnType<typeof createWorld>) => (world.time -= 1)],
	])("is asked for again when %s", async (_case, change) => {
		const world = createWorld();
		await world.look();
		change(world);
		world.answer = "Likes coffee now.";
		expect((await world.look()).context?.value).toBe("Likes coffee now.");
	});

	it("stays, with the reason, when it cannot be asked for again", async () => {
		const world = createWorld();
		await world.look();
		world.isDown = true;
		expect(await world.look(true)).toMatchObject({ context: { value: { likes: "tea" } }, failure: down });
		expect(await world.look(true, "+34699000111")).toEqual({ failure: down });
	});

	it("is asked of nobody where the customer's number is all there is to ask by, and is not known", async () => {
		const { lookUp, ask } = createWorld();
		const byNumber = { ...endpoint, url: "https://crm.example.com/c?tel={phone}" };
		const linked = { relatedPhones: [], customerId: "7" };
		const options = { force: true, signal: new AbortController().signal };
		expect(await lookUp(byNumber, linked, options)).toEqual({ failure: { reason: "customer-not-askable" } });
		expect(ask).not.toHaveBeenCalled();
		await lookUp(byNumber, { ...linked, linkedPhone: "612345678" }, options);
		expect(ask).toHaveBeenCalledTimes(1);
	});

	it("is not kept when all was forgotten while it was asked for", async () => {
		const world = createWorld();
		world.ask.mockImplementationOnce(async () => {
			await world.contexts.clear();
			return ok({ kind: "context" as const, context: "late", problems: [] });
		});
		expect((await world.look()).context?.value).toBe("late");
		expect(await world.contexts.all()).toEqual([]);
	});
});

describe("the area it is kept in", () => {
	const text = (megabytes: number) => "x".repeat(megabytes * 1024 * 1024);

	it("holds the newest of what does not fit", async () => {
		const { contexts } = createWorld();
		for (const key of ["first", "second", "third"])
			await contexts.begin()({ key, fetchedAt: 1, value: text(0.9) });
		expect((await contexts.all()).map(({ key }) => key)).toEqual(["second", "third"]);
	});

	it("leaves the others alone when one alone is too large", async () => {
		const { contexts } = createWorld();
		await contexts.begin()({ key: "small", fetchedAt: 1, value: "tea" });
		await contexts.begin()({ key: "huge", fetchedAt: 2, value: text(3) });
		expect((await contexts.all()).map(({ key }) => key)).toEqual(["small"]);
	});

	it("is empty when what is there cannot be read", async () => {
		const storage = memoryValue();
		await storage.set([{ key: 3 }]);
		expect(await createContextCache(storage).all()).toEqual([]);
	});
});
