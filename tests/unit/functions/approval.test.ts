import { describe, expect, it } from "vitest";
import { approvalReason } from "@/lib/functions/approval";
import { createApprovals } from "@/lib/functions/approvals";
import { memoryValue } from "../../fixtures/memory-storage";
import { define } from "./function-world";

describe("who has to agree", () => {
	it.each([
		["GET", "always", false, "always"],
		["POST", "always", true, "always"],
		["GET", "writes", true, undefined],
		["POST", "writes", false, "writes"],
		["DELETE", "writes", true, "writes"],
		["GET", "never", true, undefined],
		["POST", "never", false, undefined],
		["POST", "never", true, "tainted"],
		["DELETE", "never", true, "tainted"],
	])("%s, approval %s, others' words in play: %s", (method, approval, tainted, because) => {
		expect(approvalReason(define({ method, approval }), tainted)).toBe(because);
	});

	it("nobody, where the user has allowed it for others' words as well; only with never", () => {
		expect(approvalReason(define({ approval: "never", allow_tainted: true }), true)).toBeUndefined();
		expect(approvalReason(define({ approval: "writes", allow_tainted: true }), true)).toBe("writes");
		expect(approvalReason(define({ approval: "always", allow_tainted: true }), false)).toBe("always");
		expect(approvalReason(define({ approval: "never", allow_tainted: false }), true)).toBe("tainted");
	});
});

describe("calls that wait", () => {
	const call = { tabId: 1, conversation: "phone:+34600000001", name: "f", arguments: "{}" };
	const create = (storage = memoryValue()) => {
		let ids = 0;
		return { storage, approvals: createApprovals({ storage, now: () => 1, randomId: () => `id-${++ids}` }) };
	};

	it("are bounded: the oldest give way", async () => {
		const { approvals } = create();
		for (let count = 0; count < 21; count++) await approvals.open("h", call);
		expect(await approvals.take("id-1")).toEqual({ ok: false, failure: "expired" });
		expect(await approvals.take("id-21")).toMatchObject({ ok: true });
	});

	it("are bounded in their size as well", async () => {
		const { approvals, storage } = create();
		for (let count = 0; count < 6; count++)
			await approvals.open("h", { ...call, arguments: "x".repeat(1_000_000) });
		expect(JSON.stringify(await storage.get()).length).toBeLessThan(3_500_000);
		expect(await approvals.take("id-6")).toMatchObject({ ok: true });
	});

	it("are none when what is stored cannot be read", async () => {
		const { approvals } = create(memoryValue({ waiting: "all of them" }));
		expect(await approvals.take("id-1")).toEqual({ ok: false, failure: "expired" });
		await approvals.open("h", call);
		expect(await approvals.take("id-1")).toMatchObject({ ok: true });
	});
});
