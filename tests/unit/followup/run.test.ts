import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begun, ended, switchedOff, waitingAt } from "@/lib/followup/run-state";
import {
	asked,
	candidate,
	cart,
	chatted,
	customer,
	dayMs,
	hourMs,
	message,
	noon,
	order,
} from "./follow-up-world";
import { runWorld } from "./run-world";

const lastAt = noon - 2 * dayMs;
const silent = { messages: chatted(lastAt) };
const iso = (at: number) => new Date(at).toISOString();

describe("a run", () => {
	it("finds who fell silent, with evidence and words for them, and says why not of the others", async () => {
		const world = runWorld({
			candidates: [candidate("a"), candidate("b", silent), candidate("c", { lastAt: noon - hourMs })],
		});
		const run = await world.run();
		expect(run).toMatchObject({ total: 0, done: 3, found: 1, kept: 0 });
		expect(run.skipped).toMatchObject({ "not-silent-long-enough": 1 });
		expect(Object.values(run.skipped).reduce((sum, count) => sum + count)).toBe(2);
		const [found] = world.stored;
		expect(found).toMatchObject({ id: "a 1", conversation: "a", attempt: 1, state: "due", byModel: false });
		expect(found?.finding.evidence.length).toBeGreaterThan(1);
		expect(found?.suggestedMessage).toContain("Lucía");
		expect(found?.crmOrderFound).toBe(false);
	});

	it("finds nobody twice, in however many runs", async () => {
		const world = runWorld({ candidates: [candidate("a")] });
		await world.run();
		world.passTime(hourMs);
		const again = await world.run();
		expect(again).toMatchObject({ found: 0, skipped: { "open-already": 1 } });
		expect(world.stored).toHaveLength(1);
	});

	it("finds the likeliest sales when there are more than a run may find", async () => {
		const weaker = { messages: [...asked(lastAt).slice(0, 2)] };
		const candidates = ["a", "b", "c", "d"].map((key) => candidate(key, key < "c" ? weaker : {}));
		const world = runWorld({ candidates, preferences: { most_per_run: 2 } });
		const run = await world.run();
		expect(world.stored.map(({ conversation }) => conversation)).toEqual(["c", "d"]);
		expect(run.skipped).toEqual({ "run-is-full": 2 });
		world.passTime(hourMs);
		await world.run();
		expect(world.stored.map(({ conversation }) => conversation).toSorted()).toEqual(["a", "b", "c", "d"]);
	});

	it("addresses nobody by a number", async () => {
		const world = runWorld({ candidates: [candidate("a", { name: "+34 612 34 56 78" })] });
		await world.run();
		expect(world.stored[0]?.suggestedMessage).not.toMatch(/\d{3}/);
	});

	it("calls the product by the name the shop has for it", async () => {
		const world = runWorld({ candidates: [candidate("a")], products: ["Mantel de lino 250 x 150", "Manta"] });
		await world.run();
		expect(world.stored[0]?.finding.productMentioned).toBe("Mantel de lino 250 x 150");
	});

	it("calls the product as the customer did where the shop's search finds nothing, or nothing like it", async () => {
		for (const products of [[], ["Cojín de lana", "Manta"]]) {
			const world = runWorld({ candidates: [candidate("a")], products });
			await world.run();
			expect(world.stored[0]?.finding.productMentioned).toBe("mantel de lino");
		}
	});

	it("goes through many conversations without losing any", async () => {
		const keys = Array.from({ length: 230 }, (_, index) => `c${String(index).padStart(3, "0")}`);
		const world = runWorld({
			candidates: keys.map((key) => candidate(key)),
			preferences: { most_per_run: 500 },
		});
		expect(await world.run()).toMatchObject({ done: 230, found: 230 });
		expect(new Set(world.stored.map(({ id }) => id)).size).toBe(230);
	});
});

describe("the time between two runs", () => {
	const preferences = { delay_days: 1, lookback_hours: 12 as const };

	it("is looked at whole, however few the hours it looks back", async () => {
		const candidates = Array.from({ length: 30 }, (_, index) =>
			candidate(`c${String(index).padStart(2, "0")}`, { lastAt: noon + index * 3 * hourMs }),
		);
		const world = runWorld({ candidates, preferences: { ...preferences, most_per_run: 500 } });
		world.passTime(dayMs);
		await world.run();
		// A weekend without a run.
		world.passTime(4 * dayMs);
		await world.run();
		expect(world.stored).toHaveLength(30);
	});

	it("is not, where none was made before", async () => {
		const world = runWorld({ candidates: [candidate("a", { lastAt: noon - 3 * dayMs })], preferences });
		expect((await world.run()).found).toBe(0);
	});

	it("counts from a run that came to its end, and is forgotten while the follow-up is off", async () => {
		const world = runWorld({ candidates: [candidate("a")] });
		await world.run();
		expect(world.state().lookedAt).toBe(noon);
		const { work: _, ...rest } = begun({ waiting: {} }, "hand", noon);
		expect(ended({ ...rest, work: begun({ waiting: {} }, "hand", noon).work })).not.toHaveProperty(
			"lookedAt",
		);
		expect(switchedOff(world.state())).toEqual({ waiting: {} });
	});
});

describe("who is left alone", () => {
	it("is noted with the last reason, and not once something is found", async () => {
		const customers: Record<string, "failed" | []> = { a: "failed", b: [] };
		const world = runWorld({
			candidates: [candidate("a"), candidate("b"), candidate("c", silent), candidate("d")],
			customers,
			preferences: { most_per_run: 1 },
		});
		await world.run();
		expect(Object.fromEntries(world.left)).toMatchObject({ a: "crm-failed", b: null, d: "run-is-full" });
		expect(world.left.get("c")).toEqual(expect.any(String));
		world.setCustomers("a", []);
		world.passTime(hourMs);
		await world.run();
		expect(Object.fromEntries(world.left)).toMatchObject({ a: null, b: "open-already", d: "run-is-full" });
	});
});

describe("wording of the user's own", () => {
	it("is told to whoever judges, and stays", async () => {
		const asked: boolean[] = [];
		const world = runWorld({
			candidates: [candidate("a")],
			preferences: {
				templates: [{ text: "Mine, {name}", language: null, outcome: null, objection: null, attempt: null }],
			},
			judge: async (taken) => {
				asked.push(taken.ownWording ?? false);
				return { ...taken, finding: { ...taken.finding, intentLevel: "high" } };
			},
		});
		await world.run();
		expect(asked).toEqual([true]);
		expect(world.stored[0]).toMatchObject({
			suggestedMessage: "Mine, Lucía",
			ownWording: true,
			byModel: false,
			finding: { intentLevel: "high" },
		});
	});
});

describe("the CRM", () => {
	it("keeps those from being bothered who have ordered since they asked", async () => {
		const world = runWorld({
			candidates: [candidate("a"), candidate("b"), candidate("c")],
			customers: {
				a: [customer([order(iso(lastAt + hourMs))])],
				b: [customer([order(iso(lastAt - dayMs))])],
			},
		});
		const run = await world.run();
		expect(run).toMatchObject({ found: 2, skipped: { "order-found": 1 } });
		expect(world.stored.map(({ conversation }) => conversation)).toEqual(["b", "c"]);
	});

	it("tells of those who have ordered since, where they are not to be left out", async () => {
		const world = runWorld({
			candidates: [candidate("a"), candidate("b"), candidate("c")],
			customers: {
				a: [customer([order(iso(lastAt + hourMs))])],
				b: [customer([order(iso(lastAt - dayMs))])],
				c: [customer([order(iso(lastAt + hourMs), { state: "cancelled" })])],
			},
			preferences: { skip_ordered: false },
		});
		expect(await world.run()).toMatchObject({ found: 3, skipped: {} });
		const told = world.stored.map(({ conversation, crmOrderFound }) => [conversation, crmOrderFound]);
		expect(told).toEqual([
			["a", true],
			["b", false],
			["c", false],
		]);
	});

	it("raises by a cart what would be too little alone", async () => {
		const low = [message("incoming", "Hacéis envíos a Sevilla?", lastAt)];
		const candidates = [candidate("a", { messages: low }), candidate("b", { messages: low })];
		const carts = { a: [customer([], [cart(iso(lastAt))])] };
		const world = runWorld({ candidates, customers: carts });
		const run = await world.run();
		expect(world.stored.map(({ conversation }) => conversation)).toEqual(["a"]);
		expect(world.stored[0]?.finding.evidence.map(({ signal }) => signal)).toContain("abandoned-cart");
		expect(run.skipped).toEqual({ "below-intent": 1 });
		expect((await runWorld({ candidates }).run()).found).toBe(0);
	});

	it("is not asked about everybody who said a little", async () => {
		const low = [message("incoming", "Hacéis envíos a Sevilla?", lastAt)];
		const keys = Array.from({ length: 40 }, (_, index) => `c${index}`);
		const world = runWorld({
			candidates: keys.map((key) => candidate(key, { messages: low })),
			customers: {},
			preferences: { most_per_run: 3 },
		});
		const run = await world.run();
		expect(world.asked).toHaveLength(6);
		expect(run.skipped).toEqual({ "below-intent": 40 });
	});

	it("that fails has candidates kept for the next run, although their time is over by then", async () => {
		const customers: Record<string, "failed"> = { a: "failed" };
		const world = runWorld({ candidates: [candidate("a")], customers, preferences: { lookback_hours: 12 } });
		// In its time, a day and a half after the last message.
		world.passTime(-12 * hourMs);
		expect(await world.run()).toMatchObject({ found: 0, kept: 1, skipped: { "crm-failed": 1 } });
		expect(world.stored).toEqual([]);
		world.passTime(dayMs);
		expect(await world.run()).toMatchObject({ found: 0, kept: 1 });
		world.setCustomers("a", []);
		world.passTime(dayMs);
		expect(await world.run()).toMatchObject({ found: 1, kept: 0, done: 1 });
		expect(world.state().waiting).toEqual({});
	});

	it("that fails for a week is waited for no longer", async () => {
		const world = runWorld({ candidates: [candidate("a")], customers: { a: "failed" } });
		await world.run();
		expect(waitingAt(world.state(), noon + 7 * dayMs)).toEqual(["a"]);
		expect(waitingAt(world.state(), noon + 7 * dayMs + 1)).toEqual([]);
		// From when it first failed, however often it failed since.
		world.passTime(4 * dayMs);
		await world.run();
		expect(waitingAt(world.state(), noon + 7 * dayMs + 1)).toEqual([]);
	});
});

describe("a model", () => {
	it("words the message and moves the level", async () => {
		const world = runWorld({
			candidates: [candidate("a")],
			judge: async ({ finding }) => ({
				finding: { ...finding, intentLevel: "medium" },
				suggestedMessage: "Hola!",
				byModel: true,
			}),
		});
		await world.run();
		expect(world.stored[0]).toMatchObject({ suggestedMessage: "Hola!", byModel: true });
		expect(world.stored[0]?.finding.intentLevel).toBe("medium");
	});

	it("that sees no sale, or too little of one, is believed", async () => {
		const notWorth = runWorld({ candidates: [candidate("a")], judge: async () => "not-worth" });
		expect((await notWorth.run()).skipped).toEqual({ "below-intent": 1 });
		const low = runWorld({
			candidates: [candidate("a")],
			judge: async (taken) => ({ ...taken, finding: { ...taken.finding, intentLevel: "low" } }),
		});
		expect((await low.run()).skipped).toEqual({ "below-intent": 1 });
	});

	it("is not asked where it is not wanted", async () => {
		const world = runWorld({
			candidates: [candidate("a")],
			judge: async () => "not-worth",
			preferences: { use_model: false },
		});
		expect((await world.run()).found).toBe(1);
	});
});

describe("a worker that ends during a run", () => {
	const keys = Array.from({ length: 120 }, (_, index) => `c${String(index).padStart(3, "0")}`);
	const shop = () => ({
		candidates: keys.map((key, index) =>
			candidate(key, index % 3 === 0 ? silent : index % 7 === 0 ? { lastAt: noon - hourMs } : {}),
		),
		customers: {
			c004: [customer([order(iso(lastAt + hourMs))])],
			c005: "failed" as const,
			c010: [customer([], [cart(iso(lastAt))])],
		},
		preferences: { most_per_run: 25 },
	});

	it("changes nothing of what is found, wherever it ends and however often", async () => {
		const undisturbed = runWorld(shop());
		const expected = await undisturbed.run();
		const lives = fc.array(fc.integer({ min: 0, max: 420 }), { minLength: 1, maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(lives, async (all) => {
				const world = runWorld(shop());
				const run = await world.run(all);
				expect(world.stored).toEqual(undisturbed.stored);
				expect(run).toEqual(expected);
				expect(world.state()).toEqual(undisturbed.state());
			}),
			{ numRuns: 60 },
		);
	});

	it.each([
		["back", -5 * hourMs],
		["ahead", 9 * dayMs],
	])("finds the same once each when the clock jumps %s meanwhile", async (_, jumpMs) => {
		const short = () => ({ ...shop(), candidates: shop().candidates.slice(0, 8) });
		const undisturbed = runWorld(short());
		await undisturbed.run();
		const whom = ({ stored }: typeof undisturbed) => stored.map(({ id }) => id);
		for (let steps = 0; steps < 120; steps++) {
			const world = runWorld(short());
			await world.run([steps], jumpMs);
			expect(whom(world)).toEqual(whom(undisturbed));
		}
	});

	it("changes nothing at any one step of a short run", async () => {
		const short = () => ({ ...shop(), candidates: shop().candidates.slice(0, 8) });
		const undisturbed = runWorld(short());
		const expected = await undisturbed.run();
		expect(expected.found).toBeGreaterThan(1);
		for (let steps = 0; steps < 120; steps++) {
			const world = runWorld(short());
			expect(await world.run([steps])).toEqual(expected);
			expect(world.stored).toEqual(undisturbed.stored);
		}
	});
});

describe("conversations a run can make little of", () => {
	const price = "Hola! Cuánto cuesta el mantel de lino? Lo quiero";
	const untimed = asked(lastAt).map((one) => ({ ...one, time: null }));

	it("are each left for a reason, or found by what can be read, and never in the way of others", async () => {
		const world = runWorld({
			candidates: [
				candidate("a-media", { messages: [message("incoming", null, lastAt)] }),
				candidate("b-one-word", { messages: [message("incoming", "ok", lastAt)] }),
				candidate("c-empty", { messages: [] }),
				candidate("d-untimed", { messages: untimed }),
				candidate("e-unknown", { messages: [message("unknown", price, lastAt)] }),
				candidate("f-mixed", {
					messages: [
						...asked(lastAt),
						message("incoming", "hello, how much is the shipping please?", lastAt),
					],
				}),
				candidate("g-no-number", { phone: undefined, name: "" }),
				candidate("h-usual"),
			],
			preferences: { minimum_intent: "low" },
		});
		const { done, found, skipped } = await world.run();
		expect(done).toBe(8);
		expect(skipped).toEqual({ "no-text": 2, "too-little": 1 });
		expect(found).toBe(5);
		expect(world.stored.find(({ conversation }) => conversation === "d-untimed")?.finding.silentForMs).toBe(
			null,
		);
	});

	it("are not bothered after an order since their last message was seen, although none has a time", async () => {
		const customers = {
			a: [customer([order(iso(lastAt + hourMs))])],
			b: [customer([order(iso(lastAt - hourMs))])],
		};
		const candidates = ["a", "b"].map((key) => candidate(key, { messages: untimed }));
		const world = runWorld({ candidates, customers });
		expect(await world.run()).toMatchObject({ found: 1, skipped: { "order-found": 1 } });
		expect(world.stored).toMatchObject([{ conversation: "b", crmOrderFound: false }]);
	});
});
