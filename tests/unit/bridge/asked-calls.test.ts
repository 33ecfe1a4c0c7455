import { describe, expect, it } from "vitest";
import { type AskedCall, createAskedCalls, type WaitingAsked } from "@/lib/bridge/asked-calls";
import { approvalMs } from "@/lib/core/approvals";
import { memoryValue } from "../../fixtures/memory-storage";

const call = (session: string, size = 1, name = "agent"): AskedCall => ({
	client: { session, name, transport: "stdio" },
	tool: "reset_crm_errors",
	arguments: "x".repeat(size),
	effects: { changes: [], requests: [] },
	again: false,
});

function createWorld() {
	let time = 0;
	let ids = 0;
	const storage = memoryValue();
	const timers = new Set<() => void>();
	const asked = createAskedCalls({
		storage,
		now: () => time,
		randomId: () => `id${++ids}`,
		later(_ms, task) {
			timers.add(task);
			return () => timers.delete(task);
		},
		changed: () => undefined,
	});
	const shown = async () => {
		// Opening one takes some turns of the storage.
		for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
		const stored = (await storage.get()) as { waiting: WaitingAsked[] } | undefined;
		return stored?.waiting ?? [];
	};
	const waiting = async () => (await shown()).map(({ approval }) => approval);
	return {
		asked,
		shown,
		waiting,
		storage,
		pass(ms: number) {
			time += ms;
			if (time >= approvalMs) for (const task of timers) task();
		},
	};
}

describe("a call that waits", () => {
	it("is one of five of a program at most, and leaves places for others", async () => {
		const { asked } = createWorld();
		for (let count = 0; count < 5; count++) asked.ask(`h${count}`, call(`s${count}`));
		expect(await asked.ask("h6", call("s6")).outcome).toBe("full");
		const other = { ...call("o"), client: { session: "o", name: "other", transport: "stdio" as const } };
		const { outcome, cancel } = asked.ask("o", other);
		cancel();
		expect(await outcome).toBe("cancelled");
	});

	it("is one of ten of a connection at most, whatever its programs call themselves", async () => {
		const { asked } = createWorld();
		for (let count = 0; count < 10; count++) asked.ask("h", call(`1/s${count}`, 1, `name ${count}`));
		expect(await asked.ask("h", call("1/another", 1, "yet another")).outcome).toBe("full");
		const { outcome, cancel } = asked.ask("h", call("2/s", 1, "somebody else"));
		cancel();
		expect(await outcome).toBe("cancelled");
	});

	it("is refused with all others of its program, and with none of another", async () => {
		const { asked, waiting } = createWorld();
		const other = { ...call("o"), client: { session: "o", name: "other", transport: "stdio" as const } };
		const outcomes = [asked.ask("a", call("s1")), asked.ask("b", call("s2"))].map(({ outcome }) => outcome);
		asked.ask("c", other);
		const [first = "", , third] = await waiting();
		expect(asked.answer(first, "refuse-all")).toBe(true);
		expect(await Promise.all(outcomes)).toEqual(["refuse", "refuse"]);
		expect(await waiting()).toEqual([third]);
	});

	it("is answered once", async () => {
		const { asked, waiting } = createWorld();
		const { outcome } = asked.ask("h", call("s"));
		const [approval = ""] = await waiting();
		expect(asked.answer(approval, "once")).toBe(true);
		expect(await outcome).toBe("once");
		expect(asked.answer(approval, "once")).toBe(false);
		expect(await waiting()).toEqual([]);
	});

	it("expires after five minutes, and is gone", async () => {
		const { asked, waiting, pass } = createWorld();
		const { outcome } = asked.ask("h", call("s"));
		await waiting();
		pass(approvalMs);
		expect(await outcome).toBe("expired");
		expect(await waiting()).toEqual([]);
	});

	it("is gone when nobody waits for it, even in the moment it was asked", async () => {
		const { asked, waiting } = createWorld();
		const asking = asked.ask("h", call("s"));
		asking.cancel();
		expect(await asking.outcome).toBe("cancelled");
		expect(await waiting()).toEqual([]);
	});

	it("is answered by an hour for its connection, and not by one for another", async () => {
		const { asked, waiting } = createWorld();
		const mine = asked.ask("h", call("s"));
		const alsoMine = asked.ask("h", call("s"));
		asked.ask("h", call("other"));
		const [approval = ""] = await waiting();
		asked.answer(approval, "hour");
		expect(await Promise.all([mine.outcome, alsoMine.outcome])).toEqual(["hour", "hour"]);
		expect(await waiting()).toHaveLength(1);
	});

	it("does not wait where twenty do, or where nobody could read it", async () => {
		const { asked } = createWorld();
		expect(await asked.ask("h", call("s", 200_000)).outcome).toBe("too-large");
		for (let count = 0; count < 20; count++) asked.ask("h", call("s"));
		expect(await asked.ask("h", call("s")).outcome).toBe("full");
	});

	it("can show something else, in its place and for the time that is left, and an answer to the first is none", async () => {
		const { asked, shown, pass } = createWorld();
		const asking = asked.ask("h", call("s"));
		asked.ask("h", call("other"));
		const [before] = await shown();
		pass(60_000);
		expect(asking.update("h2", { ...call("s"), again: true })).toBe(true);
		// Not even while it is being stored.
		expect(asked.answer(before?.approval ?? "", "once")).toBe(false);
		const [after, second] = await shown();
		expect(after).toMatchObject({ hash: "h2", expiresAt: before?.expiresAt, call: { again: true } });
		expect(second?.call.client.session).toBe("other");
		expect(asked.answer(before?.approval ?? "", "once")).toBe(false);
		expect(asked.answer(after?.approval ?? "", "once")).toBe(true);
		expect(asking.update("h3", call("s"))).toBe(false);
		expect(await asking.outcome).toBe("once");
		expect(await shown()).toHaveLength(1);
	});

	it("shows what was told last, however quickly, and is over where that cannot be read", async () => {
		const { asked, shown } = createWorld();
		const asking = asked.ask("h1", call("s"));
		for (const hash of ["h2", "h3", "h4"]) asking.update(hash, call("s"));
		expect((await shown()).map(({ hash }) => hash)).toEqual(["h4"]);
		asking.update("h5", call("s", 200_000));
		expect(await asking.outcome).toBe("too-large");
		expect(await shown()).toEqual([]);
		const given = asked.ask("h1", call("s"));
		given.update("h2", call("s"));
		given.cancel();
		expect(await given.outcome).toBe("cancelled");
		expect(await shown()).toEqual([]);
	});

	it("is forgotten by the next worker, which nobody waits for", async () => {
		const before = createWorld();
		before.asked.ask("h", call("s"));
		expect(await before.waiting()).toHaveLength(1);
		const after = createAskedCalls({
			storage: before.storage,
			now: () => 0,
			randomId: () => "new",
			later: () => () => undefined,
			changed: () => undefined,
		});
		await after.forget();
		expect(await before.waiting()).toEqual([]);
	});
});
