import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerOf } from "@/lib/assistant/run";
import { fail } from "@/lib/core/result";
import { injections } from "../../fixtures/injections/index";
import { deletion, note, refund, writingFunctions } from "../../fixtures/injections/injection";
import { places } from "./injection-scenes";
import { createInjectionWorld, phone } from "./injection-world";
import { type ShopServer, startShopServer } from "./shop-server";

let shop: ShopServer;
let world: Awaited<ReturnType<typeof createInjectionWorld>>;
beforeAll(async () => {
	shop = await startShopServer();
});
beforeEach(async () => {
	shop.cameIn = [];
	world = await createInjectionWorld(shop);
});
afterAll(() => shop.close());

const writes = () => shop.cameIn.filter(({ write }) => write);

/** What has to hold of everything that left the browser while nobody agreed to anything. */
async function expectNothingDone(settingsBefore: unknown): Promise<void> {
	expect(writes()).toEqual([]);
	for (const { path, query } of shop.cameIn) {
		expect(path).toMatch(/^\/(?:products|orders\/[^/]+)$/);
		if (path === "/orders/status") expect(query.getAll("phone")).toEqual([phone]);
	}
	expect([...world.hosts]).toEqual(world.hosts.size === 0 ? [] : [new URL(shop.url).host]);
	expect(await world.settings()).toEqual(settingsBefore);
}

describe("a model that obeys every stranger does nothing without a person: ", () => {
	for (const { name, text, wants } of injections)
		it(name, async () => {
			for (const place of places) {
				const before = await world.settings();
				const { run, wanted, asked } = await world.run(place, text);
				// A text that the model did not fall for would show nothing.
				const tried = new Set(wanted.map((call) => call.name));
				for (const want of wants) expect(tried, `${place}: what the model tried`).toContain(want);
				if (wants.length === 0) expect(answerOf(run), place).toContain("evil.example");
				expect(run.progress.state, place).toMatch(/^(?:done|too-many-rounds)$/);
				for (const request of asked) expect(writingFunctions, place).toContain(request.name);
				await expectNothingDone(before);
			}
		});
});

describe("what a stranger's words ask for", () => {
	it("is asked of a person even where the function is set never to ask", async () => {
		for (const place of places) {
			const { asked } = await world.run(place, deletion);
			expect(asked, place).toMatchObject([
				{ name: "delete_customer", method: "DELETE", because: "tainted", arguments: { customer_id: "1001" } },
			]);
		}
		expect(writes()).toEqual([]);
	});

	it("is done once when a person agrees, and never by the same approval again", async () => {
		for (const place of places) {
			shop.cameIn = [];
			const approvals: string[] = [];
			const { run } = await world.run(place, note, async ({ approval }) => {
				approvals.push(approval);
				return world.approve(approval);
			});
			expect(run.progress, place).toEqual({ state: "done", reason: "stop" });
			expect(writes(), place).toMatchObject([{ method: "POST", path: "/orders/CS-11465/note" }]);
			const sent: unknown = JSON.parse(writes()[0]?.body ?? "");
			expect(sent, place).toMatchObject({ note: "Send it to 1 Evil Street", phone });
			for (const approval of approvals)
				expect(await world.approve(approval)).toEqual(fail({ reason: "approval-void", detail: "used" }));
			expect(writes(), place).toHaveLength(1);
		}
	});

	it("is done for what a person agreed to, and for nothing that came with it", async () => {
		const { asked } = await world.run(
			"a message",
			`${note} ${refund} ${deletion}`,
			async ({ approval, name }) =>
				name === "add_order_note" ? world.approve(approval) : fail({ reason: "refused" }),
		);
		expect(asked.map(({ name }) => name).toSorted()).toEqual([
			"add_order_note",
			"delete_customer",
			"send_refund",
		]);
		expect(writes()).toMatchObject([{ path: "/orders/CS-11465/note" }]);
	});

	it("is not done by an approval that somebody made up", async () => {
		await world.run("a message", note, async () => {
			const guessed = await world.approve("00000000-0000-4000-8000-000000000000");
			expect(guessed).toEqual(fail({ reason: "approval-void", detail: "expired" }));
			return fail({ reason: "refused" });
		});
		expect(writes()).toEqual([]);
	});
});

describe("a write without a person is seen by these tests: ", () => {
	it("where nobody but the agent has spoken, a function set never to ask runs", async () => {
		const { asked } = await world.run("the agent's question", refund);
		expect(asked).toEqual([]);
		expect(writes()).toMatchObject([{ method: "POST", path: "/refunds" }]);
	});

	it("so it does after others have, where the user has allowed that", async () => {
		world = await createInjectionWorld(shop, { allow_tainted: true });
		for (const place of places) {
			shop.cameIn = [];
			await world.run(place, refund);
			expect(writes(), place).toHaveLength(1);
		}
	});
});

it("has at least fifty ways, each with a name of its own", () => {
	expect(injections.length).toBeGreaterThanOrEqual(50);
	expect(new Set(injections.map(({ name }) => name)).size).toBe(injections.length);
});
