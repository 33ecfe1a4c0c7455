import { describe, expect, it } from "vitest";
import type { FromExtension, ToExtension } from "@/bridge/src/wire";
import type { ClientAccess } from "@/lib/bridge/access";
import { type AskedCall, createAskedCalls, type WaitingAsked } from "@/lib/bridge/asked-calls";
import type { BridgeCallEntry } from "@/lib/bridge/call-log";
import { createGrants } from "@/lib/bridge/grants";
import { converse } from "@/lib/bridge/requests";
import type { DeliveryRow } from "@/lib/webhooks/delivery-filter";
import { memoryValue } from "../../fixtures/memory-storage";
import { createToolWorld } from "../tools/tool-world";
import { until } from "./support/until";

const client = { session: "p1/s", name: "agent", version: "2", transport: "stdio" } as const;
const endpoint = { type: "search_Products", url: "https://shop.example.com/find?api_key=k-1", method: "GET" };
const change = { name: "update_crm_endpoints", arguments: { add_crm_endpoint: endpoint } };

const delivery: DeliveryRow = {
	seq: 1,
	id: "evt_1",
	event: "phone.detected",
	phone: "+34622103040",
	conversationHash: "hash-of-a-chat",
	contactName: "Carla Montes",
	status: "failed",
	storedAt: 0,
	attemptCount: 1,
	failures: 1,
	lastAttempt: {
		number: 1,
		startedAt: 1_000,
		latencyMs: 20,
		status: 500,
		url: "https://hooks.example.com/in?token=w-1",
		answer: "Carla is not known",
		failure: { reason: "http-status", status: 500 },
	},
};

function createWorld(access: ClientAccess["access"] = "ask") {
	const world = createToolWorld();
	const tools = world.context();
	const storage = memoryValue();
	const sent: FromExtension[] = [];
	const beats = new Set<() => void>();
	const recorded: Omit<BridgeCallEntry, "seq">[] = [];
	const left: string[] = [];
	const asked = createAskedCalls({
		storage,
		now: () => 0,
		randomId: () => `id${Math.random()}`,
		later: () => () => undefined,
		changed: (_: readonly AskedCall[]) => undefined,
	});
	const grants = createGrants(() => 0);
	const conversation = converse(
		{
			tools,
			now: () => 0,
			access: async () => ({ access, tools: [] }),
			grants,
			asked,
			settingsChanged: () => undefined,
			every(_ms, task) {
				beats.add(task);
				return () => beats.delete(task);
			},
			record: (entry) => recorded.push(entry),
			seen: () => undefined,
			left: (session) => left.push(session),
			contract: async () => "# The wire contract",
			deliveries: async (limit) => [delivery].slice(0, limit),
		},
		(message) => sent.push(message),
		() => undefined,
	);
	let ids = 0;
	const ask = (method: string, params?: unknown) => {
		const id = `r${++ids}`;
		conversation.receive({ type: "request", id, client, method, ...(params !== undefined && { params }) });
		return id;
	};
	const answer = (id: string) =>
		until(() => sent.find((message) => message.type === "response" && message.id === id)) as Promise<{
			result?: { tools?: { name: string }[]; resources?: { uri: string }[]; contents?: { text: string }[] };
			error?: { code: number; message: string };
		}>;
	const card = () =>
		until(async () => ((await storage.get()) as { waiting: WaitingAsked[] } | undefined)?.waiting[0]);
	const receive = (message: ToExtension) => conversation.receive(message);
	return { ask, answer, asked, beats, card, conversation, grants, left, receive, recorded, sent, world };
}

const progressOf = (sent: FromExtension[], id: string) =>
	sent.filter((message) => message.type === "progress" && message.id === id);

describe("what a program may read", () => {
	it("is the contract, the endpoints' health and the last deliveries, and no secret or customer in them", async () => {
		const { ask, answer, world } = createWorld();
		await world.call("update_crm_endpoints", { add_crm_endpoint: endpoint });
		const { result } = await answer(ask("resources/list"));
		const uris = result?.resources?.map(({ uri }) => uri);
		expect(uris).toEqual(["chatside://contract", "chatside://health", "chatside://deliveries"]);
		const texts: string[] = [];
		for (const uri of uris ?? []) {
			const read = await answer(ask("resources/read", { uri }));
			texts.push(read.result?.contents?.[0]?.text ?? "");
		}
		const [contract, health = "", deliveries = ""] = texts;
		expect(contract).toBe("# The wire contract");
		expect(health).toContain("https://shop.example.com/find");
		expect(JSON.parse(deliveries)).toEqual({
			deliveries: [
				{
					id: "evt_1",
					event: "phone.detected",
					status: "failed",
					stored_at: "1970-01-01T00:00:00.000Z",
					attempts: 1,
					last_attempt: {
						at: "1970-01-01T00:00:01.000Z",
						latency_ms: 20,
						status: 500,
						failure: "http-status",
					},
				},
			],
		});
		expect(texts.join()).not.toMatch(/k-1|w-1|Carla|622103040|hash-of-a-chat/);
	});

	it("is not what there is none of, and nothing where nothing is set for it", async () => {
		const open = createWorld();
		for (const uri of ["chatside://secrets", "file:///etc/passwd", ""])
			expect(await open.answer(open.ask("resources/read", { uri }))).toMatchObject({
				error: { code: -32002 },
			});
		expect(await open.answer(open.ask("resources/read", {}))).toMatchObject({ error: { code: -32602 } });
		const closed = createWorld("nothing");
		expect(await closed.answer(closed.ask("resources/list"))).toMatchObject({ result: { resources: [] } });
		expect(await closed.answer(closed.ask("resources/read", { uri: "chatside://contract" }))).toMatchObject({
			error: { message: expect.stringContaining("may read nothing") },
		});
		expect(closed.recorded).toMatchObject([{ name: "chatside://contract", state: "denied" }]);
	});
});

describe("a program's call", () => {
	it("tells that it waits, again and again, and that it runs once somebody agreed", async () => {
		const { ask, answer, asked, beats, card, sent, recorded } = createWorld();
		const id = ask("tools/call", change);
		const { approval } = await card();
		for (const beat of beats) beat();
		expect(progressOf(sent, id)).toMatchObject([
			{ progress: 1, waiting: true },
			{ progress: 2, waiting: true },
		]);
		asked.answer(approval, "once");
		expect(await answer(id)).toMatchObject({ result: { isError: false } });
		const last = progressOf(sent, id).at(-1);
		expect(last).toMatchObject({ progress: 3 });
		expect(last).not.toHaveProperty("waiting");
		expect(beats.size).toBe(0);
		expect(recorded).toMatchObject([{ state: "done", agreed: "person", target: "search_Products" }]);
		expect(JSON.stringify(recorded)).not.toContain("k-1");
	});

	it("that is cancelled is answered no more, its card is gone, and nothing was done", async () => {
		const { ask, receive, asked, card, sent, recorded, world } = createWorld();
		const id = ask("tools/call", change);
		const { approval } = await card();
		receive({ type: "cancel", id });
		await until(() => recorded.length > 0);
		expect(recorded).toMatchObject([{ state: "cancelled" }]);
		expect(asked.answer(approval, "once")).toBe(false);
		expect(sent.filter(({ type }) => type === "response")).toEqual([]);
		expect(world.stored()).toBeUndefined();
	});

	it("of an hour asks no more, until its connection has ended", async () => {
		const { ask, answer, asked, receive, card, grants, left } = createWorld();
		const first = ask("tools/call", change);
		asked.answer((await card()).approval, "hour");
		await answer(first);
		expect(
			await answer(ask("tools/call", { ...change, arguments: { remove_crm_endpoint: endpoint.type } })),
		).toMatchObject({
			result: { isError: false },
		});
		receive({ type: "ended", session: client.session });
		expect(left).toEqual([client.session]);
		expect(grants.has(client.session)).toBe(false);
		ask("tools/call", change);
		expect(await card()).toMatchObject({ call: { client: { session: client.session } } });
	});

	it("is not answered to a bridge of another version but with what to update", async () => {
		for (const [wire, text] of [
			[0, "older"],
			[2, "newer"],
		] as const) {
			const { ask, answer, receive } = createWorld();
			receive({ type: "hello", wire, version: "x" });
			expect(await answer(ask("tools/list"))).toMatchObject({
				error: { code: -32603, message: expect.stringContaining(text) },
			});
		}
	});

	it("is given up with all others when the bridge is gone", async () => {
		const { ask, card, conversation, recorded, sent } = createWorld();
		ask("tools/call", change);
		await card();
		conversation.end();
		await until(() => recorded.length > 0);
		expect(recorded).toMatchObject([{ state: "cancelled" }]);
		expect(sent.filter(({ type }) => type === "response")).toEqual([]);
	});
});

describe("the tools a program is told of", () => {
	it("are all of the registry, the queries alone, or none, by what is set for it", async () => {
		const names = async (access: ClientAccess["access"]) => {
			const { ask, answer } = createWorld(access);
			return (await answer(ask("tools/list"))).result?.tools?.map(({ name }) => name) ?? [];
		};
		expect(await names("ask")).toHaveLength(10);
		expect(await names("free")).toEqual(await names("ask"));
		expect(await names("read")).toEqual([
			"get_webhook_config",
			"get_custom_functions",
			"get_crm_endpoints",
			"get_crm_health_status",
		]);
		expect(await names("nothing")).toEqual([]);
	});
});
