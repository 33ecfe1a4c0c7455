import { expect, it } from "vitest";
import { retryAll, retryLatest } from "@/lib/whatsapp/retry";
import { createFakeTime } from "./fake-schedule";

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function world(failures: number) {
	const time = createFakeTime();
	const controller = new AbortController();
	const sent: number[] = [];
	let left = failures;
	const send = async (value: number) => {
		sent.push(value);
		if (left-- > 0) throw new Error("Nobody listens.");
	};
	const pass = async () => {
		await settle();
		time.pass(1_000);
		await settle();
	};
	return { time, controller, sent, send, pass };
}

it("sends the latest value again until it is taken", async () => {
	const { time, controller, sent, send, pass } = world(2);
	const tell = retryLatest(send, time.schedule, controller.signal);
	tell(1);
	await pass();
	await pass();
	await pass();
	expect(sent).toEqual([1, 1, 1]);
});

it("does not send again what a newer value has made obsolete", async () => {
	const { time, controller, sent, send, pass } = world(1);
	const tell = retryLatest(send, time.schedule, controller.signal);
	tell(1);
	tell(2);
	await pass();
	await pass();
	expect(sent).toEqual([1, 2]);
});

it("sends every value in order, and a refused one again before the next", async () => {
	const { time, controller, sent, send, pass } = world(2);
	const tell = retryAll(send, time.schedule, controller.signal);
	for (const value of [1, 2, 3]) tell(value);
	await pass();
	await pass();
	await settle();
	expect(sent).toEqual([1, 1, 1, 2, 3]);
	tell(4);
	await settle();
	expect(sent.at(-1)).toBe(4);
});

it.each([
	["latest", retryLatest],
	["all", retryAll],
] as const)("of %s, nothing is sent again after the end", async (_, retry) => {
	const { time, controller, sent, send, pass } = world(5);
	retry(send, time.schedule, controller.signal)(1);
	await settle();
	controller.abort();
	await pass();
	expect(sent).toEqual([1]);
});
