import { describe, expect, it } from "vitest";
import type { ClientAccess } from "@/lib/bridge/access";
import type { AskedCall, AskOutcome } from "@/lib/bridge/asked-calls";
import { callForClient } from "@/lib/bridge/tool-calls";
import { readOrigin } from "@/lib/settings/history";
import { callTool } from "@/lib/tools/registry";
import { createToolWorld } from "../tools/tool-world";
import { until } from "./support/until";

const client = { session: "s", name: "agent", transport: "stdio" } as const;
const endpoint = { type: "search_Products", url: "https://shop.example.com/find", method: "GET" };
const add = { name: "update_crm_endpoints", arguments: { add_crm_endpoint: endpoint } };

function createWorld(access: ClientAccess["access"] = "ask", tools: string[] = []) {
	const world = createToolWorld();
	const context = world.context();
	const asked: AskedCall[] = [];
	const set: ClientAccess = { access, tools };
	return {
		world,
		context,
		asked,
		set,
		granted: false,
		/** What they were shown later, instead of what they were asked first. */
		updates: [] as AskedCall[],
		/** Called after every change of the settings. */
		changed: new Set<() => void>(),
		/** What the person says, after what happens meanwhile. */
		async say(_call: AskedCall): Promise<AskOutcome> {
			return "once";
		},
		call(call: { name: string; arguments?: Record<string, unknown> }, signal = new AbortController().signal) {
			return callForClient(
				{
					tools: context,
					access: async () => this.set,
					isGranted: () => this.granted,
					ask: (_hash, one) => {
						asked.push(one);
						let cancel: () => void = () => undefined;
						const cancelled = new Promise<AskOutcome>((resolve) => {
							cancel = () => resolve("cancelled");
						});
						return {
							outcome: Promise.race([this.say(one), cancelled]),
							cancel,
							update: (_next, other) => this.updates.push(other) > 0,
						};
					},
					settingsChanged: (listener) => this.changed.add(listener),
				},
				client,
				call,
				signal,
			);
		},
		async endpoints() {
			const read = await context.settings.read();
			return read.ok ? read.value.crm_endpoints.map(({ url }) => url) : [];
		},
	};
}

describe("a call of a program", () => {
	it("that changes something stands in the history of the settings with the program's name", async () => {
		const world = createWorld();
		await world.call(add);
		const [entry] = await world.context.settings.history();
		expect(readOrigin(entry?.origin ?? "")).toEqual({ what: "update_crm_endpoints", program: "agent" });
	});

	it("that reads runs without asking", async () => {
		const world = createWorld("read");
		expect((await world.call({ name: "get_crm_endpoints" })).kept.state).toBe("done");
		expect(world.asked).toEqual([]);
	});

	it("that changes something is shown exactly, and changes nothing before the answer", async () => {
		const world = createWorld();
		world.say = async () => {
			expect(await world.endpoints()).toEqual([]);
			return "once";
		};
		const made = await world.call(add);
		expect(made.kept).toMatchObject({ state: "done", agreed: "person", history: { id: 1 } });
		expect(world.asked[0]?.effects.changes).toEqual([
			{ path: "crm_endpoints.search_Products", after: endpoint },
		]);
		expect(await world.endpoints()).toEqual([endpoint.url]);
	});

	it.each(["refuse", "expired", "cancelled", "full", "too-large"] as const)(
		"changes nothing when the answer is %s",
		async (outcome) => {
			const world = createWorld();
			world.say = async () => outcome;
			const { response } = await world.call(add);
			expect(response).toMatchObject({ result: { isError: true } });
			expect(await world.endpoints()).toEqual([]);
		},
	);

	it("is asked about again when the settings were changed meanwhile, and does what was shown last", async () => {
		const world = createWorld();
		let isFirst = true;
		world.say = async () => {
			if (isFirst)
				await world.context.settings.update(
					(current) => ({
						...current,
						crm_endpoints: [{ ...endpoint, url: "https://old.example.com" } as never],
					}),
					"test",
				);
			isFirst = false;
			return "once";
		};
		await world.call(add);
		expect(world.asked.map(({ again }) => again)).toEqual([false, true]);
		expect(world.asked[1]?.effects.changes[0]?.before).toMatchObject({ url: "https://old.example.com" });
		expect(await world.endpoints()).toEqual([endpoint.url]);
	});

	it("shows what it would do by now when the settings change while it waits, and does that", async () => {
		const world = createWorld();
		let agree: () => void = () => undefined;
		world.say = () =>
			new Promise((resolve) => {
				agree = () => resolve("once");
			});
		const made = world.call(add);
		await until(() => world.changed.size > 0);
		await callTool(world.context, "extension-page", {
			name: "update_crm_endpoints",
			arguments: { add_crm_endpoint: { ...endpoint, url: "https://old.example.com" } },
		});
		for (const listener of world.changed) listener();
		await until(() => world.updates.length > 0);
		expect(world.updates).toMatchObject([
			{
				again: true,
				effects: { changes: [{ before: { url: "https://old.example.com" }, after: endpoint }] },
			},
		]);
		agree();
		expect((await made).kept).toMatchObject({
			agreed: "person",
			effects: { changes: [{ before: { url: "https://old.example.com" } }] },
		});
		expect(world.asked).toHaveLength(1);
		expect(await world.endpoints()).toEqual([endpoint.url]);
	});

	it("is asked about no more once the settings are as it wants them", async () => {
		const world = createWorld();
		world.say = () => new Promise(() => undefined);
		const made = world.call(add);
		await until(() => world.changed.size > 0);
		await callTool(world.context, "extension-page", add);
		for (const listener of world.changed) listener();
		expect((await made).response).toMatchObject({ result: { isError: false } });
		expect((await made).kept.agreed).toBeUndefined();
	});

	it("of two that change the same, the second is asked about what it does after the first", async () => {
		const world = createWorld();
		const other = {
			...add,
			arguments: { add_crm_endpoint: { ...endpoint, url: "https://other.example.com/" } },
		};
		await Promise.all([world.call(add), world.call(other)]);
		const last = world.asked.at(-1);
		expect(world.asked).toHaveLength(3);
		expect(last?.again).toBe(true);
		expect(last?.effects.changes[0]?.before).toBeDefined();
	});

	it("with arguments that are none is answered at once", async () => {
		const world = createWorld();
		expect((await world.call({ name: "update_crm_endpoints", arguments: { no: 1 } })).response).toMatchObject(
			{
				error: { code: -32602 },
			},
		);
		expect((await world.call({ name: "no_such_tool" })).response).toMatchObject({ error: { code: -32601 } });
		expect(world.asked).toEqual([]);
	});

	it("that sends something shows where to, and sends only once somebody agreed", async () => {
		const world = createWorld();
		world.say = async () => {
			expect(world.world.sent).toEqual([]);
			return "once";
		};
		const test = { ...endpoint, auth: { type: "query", fields: { key: "very-secret" } } };
		await world.call({ name: "test_crm_endpoint", arguments: test });
		expect(world.asked[0]?.effects.requests[0]?.url).toContain("https://shop.example.com/find");
		expect(JSON.stringify(world.asked)).not.toContain("very-secret");
		expect(world.world.sent).toHaveLength(1);
	});

	it("is not made where its program may only read, or nothing", async () => {
		for (const access of ["read", "nothing"] as const) {
			const world = createWorld(access);
			expect((await world.call(add)).kept.state).toBe("denied");
			expect(await world.endpoints()).toEqual([]);
		}
		expect((await createWorld("nothing").call({ name: "get_webhook_config" })).kept.state).toBe("denied");
	});

	it("is not made when the program is forbidden it while a person thinks", async () => {
		const world = createWorld();
		world.say = async () => {
			world.set.access = "read";
			return "once";
		};
		expect((await world.call(add)).kept.state).toBe("denied");
		expect(await world.endpoints()).toEqual([]);
	});

	it("runs without asking where its tool is free, or an hour was given; others still ask", async () => {
		const free = createWorld("free", ["update_crm_endpoints"]);
		expect((await free.call(add)).kept.agreed).toBe("set");
		const other = { name: "x", endpoint: "https://api.example.com/x" };
		await free.call({ name: "update_custom_functions", arguments: { add_function: other } });
		expect(free.asked.map(({ tool }) => tool)).toEqual(["update_custom_functions"]);
		const hour = createWorld();
		hour.granted = true;
		expect((await hour.call(add)).kept.agreed).toBe("hour");
		expect(hour.asked).toEqual([]);
	});

	it("that forgets errors where there are none asks nobody", async () => {
		const world = createWorld();
		await world.call(add);
		world.asked.length = 0;
		expect((await world.call({ name: "reset_crm_errors" })).kept.state).toBe("done");
		expect(world.asked).toEqual([]);
	});

	it("of the webhook keeps its two calls: the first warns without asking, the second is asked about", async () => {
		const world = createWorld();
		const change = { webhook_url: "https://hooks.example.com/", webhook_secret: "a-long-random-secret" };
		const first = await world.call({ name: "configure_webhooks", arguments: change });
		expect(first.kept.state).toBe("warned");
		expect(world.asked).toEqual([]);
		const { response } = await world.call({
			name: "configure_webhooks",
			arguments: { ...change, confirm: true },
		});
		expect(response).toMatchObject({ result: { structuredContent: { applied: true } } });
		expect(world.asked).toHaveLength(1);
		expect(JSON.stringify(world.asked)).not.toContain("a-long-random-secret");
	});

	it("cannot skip the webhook's first call, however free it is", async () => {
		const world = createWorld("free", ["configure_webhooks"]);
		const change = { webhook_url: "https://hooks.example.com/", confirm: true };
		const { response } = await world.call({ name: "configure_webhooks", arguments: change });
		expect(response).toMatchObject({ result: { structuredContent: { applied: false } } });
	});

	it("does nothing once its program has given it up", async () => {
		const world = createWorld("free", ["update_crm_endpoints"]);
		const controller = new AbortController();
		controller.abort();
		expect((await world.call(add, controller.signal)).kept.state).toBe("cancelled");
		expect(await world.endpoints()).toEqual([]);
	});
});
