import { beforeEach, describe, expect, it } from "vitest";
import { createPolicySource } from "@/lib/settings/policy-source";

const policy = { webhook_enabled: false };
let kept: unknown;
let changes: number;
let answer: (values: Record<string, unknown>) => void;
let refuse: (error: Error) => void;
let asked: number;

beforeEach(() => {
	kept = undefined;
	changes = 0;
	asked = 0;
});

const source = () =>
	createPolicySource({
		managed: () =>
			new Promise((resolve, reject) => {
				asked++;
				answer = resolve;
				refuse = reject;
			}),
		wasEmpty: {
			get: async () => kept,
			set: async (value) => {
				kept = value;
			},
		},
		changed: () => changes++,
	});

/** Longer than the patience. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 80));

describe("a policy that the browser tells late", () => {
	it("is waited for at the first start ever", async () => {
		const read = source();
		const reading = read();
		await aWhile();
		answer(policy);
		expect(await reading).toEqual(policy);
	});
	it("is not waited for where it set nothing the last time", async () => {
		kept = true;
		const read = source();
		expect(await Promise.all([read(), read()])).toEqual([{}, {}]);
		expect(asked).toBe(1);
	});
	it("is waited for where it set something the last time", async () => {
		kept = false;
		const read = source();
		const reading = read();
		await aWhile();
		answer(policy);
		expect(await reading).toEqual(policy);
		expect(changes).toBe(0);
	});
	it("is told of when it sets something after all, and counts from then on", async () => {
		kept = true;
		const read = source();
		expect(await read()).toEqual({});
		answer(policy);
		await aWhile();
		expect([changes, kept]).toEqual([1, false]);
		const reading = read();
		answer(policy);
		expect(await reading).toEqual(policy);
	});
	it("is remembered as empty, without a word, when it sets nothing", async () => {
		const read = source();
		const reading = read();
		answer({});
		expect(await reading).toEqual({});
		await aWhile();
		expect([changes, kept]).toEqual([0, true]);
	});
});

describe("a policy that the browser tells at once", () => {
	it("counts, even where it set nothing the last time", async () => {
		kept = true;
		const read = source();
		const reading = read();
		answer(policy);
		expect(await reading).toEqual(policy);
	});
});

it("a browser that fails to say is asked again", async () => {
	const read = source();
	const reading = read();
	refuse(new Error("no"));
	await expect(reading).rejects.toThrow("no");
	const again = read();
	answer(policy);
	expect(await again).toEqual(policy);
	expect(asked).toBe(2);
});
