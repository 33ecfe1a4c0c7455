import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startWaiting } from "../../../bridge/src/server/waiting";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("startWaiting", () => {
	it("gives a sign of life every ten seconds, with numbers that grow, for as long as a person may take", () => {
		const told: [number, string][] = [];
		const waiting = startWaiting((progress, message) => told.push([progress, message]));
		waiting.progress("Waiting for approval in Chatside's side panel");
		vi.advanceTimersByTime(5 * 60_000);
		expect(told.length).toBe(31);
		expect(told.every(([progress], index) => progress === index + 1)).toBe(true);
		expect(new Set(told.map(([, message]) => message))).toEqual(
			new Set(["Waiting for approval in Chatside's side panel"]),
		);
	});

	it("says where to look when the extension says nothing", () => {
		const told: string[] = [];
		startWaiting((_, message) => told.push(message));
		vi.advanceTimersByTime(10_000);
		expect(told).toEqual([expect.stringContaining("side panel")]);
	});

	it("says nothing of a call that is answered soon, nor after its end", () => {
		const tell = vi.fn();
		const waiting = startWaiting(tell);
		vi.advanceTimersByTime(9_000);
		waiting.end();
		vi.advanceTimersByTime(60_000);
		expect(tell).not.toHaveBeenCalled();
	});
});
