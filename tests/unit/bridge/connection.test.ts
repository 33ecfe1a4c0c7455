import { describe, expect, it } from "vitest";
import { failureOf, retryMs } from "@/lib/bridge/connection";
import { createGrants, grantMs } from "@/lib/bridge/grants";
import { clientOverviews, profileName } from "@/lib/bridge/overview";

describe("the connection", () => {
	it.each([
		["Specified native messaging host not found.", "not-installed"],
		["Access to the specified native messaging host is forbidden.", "other-extension"],
		["Native host has exited.", "ended"],
		["Failed to start native messaging host.", "failed"],
		["", "failed"],
	] as const)("knows what the browser means by %j", (detail, failure) => {
		expect(failureOf(detail)).toBe(failure);
	});

	it("is tried more and more seldom, and never given up", () => {
		const waits = Array.from({ length: 10 }, (_, index) => retryMs(index + 1));
		expect(waits).toEqual(waits.toSorted((one, other) => one - other));
		expect(retryMs(0)).toBe(2_000);
		expect(retryMs(1_000)).toBe(300_000);
	});
});

describe("an hour", () => {
	it("is over after an hour, or when it is taken back", () => {
		let time = 0;
		const grants = createGrants(() => time);
		grants.give("s");
		expect(grants.has("s")).toBe(true);
		expect(grants.has("t")).toBe(false);
		time = grantMs;
		expect(grants.has("s")).toBe(false);
		grants.give("t");
		grants.end("t");
		expect(grants.until("t")).toBeUndefined();
	});
});

describe("the programs", () => {
	it("are those that called, are connected, or have something set", () => {
		const named = { name: "a", transport: "stdio" } as const;
		const clients = clientOverviews({
			log: [
				{ seq: 1, at: 5, client: named, name: "t", arguments: "{}", state: "done", ms: 1 },
				{ seq: 2, at: 9, client: named, name: "t", arguments: "{}", state: "done", ms: 1 },
			],
			seen: [{ session: "s", name: "b", transport: "http", version: "2" }],
			set: { "http:c": { access: "nothing", tools: [] } },
			grantedUntil: () => 100,
		});
		expect(clients.map(({ key, calls, access }) => [key, calls, access.access])).toEqual([
			["stdio:a", 2, "ask"],
			["http:b", 0, "ask"],
			["http:c", 0, "nothing"],
		]);
		expect(clients[1]?.sessions).toEqual([{ session: "s", grantedUntil: 100 }]);
	});

	it("know the profile by the name the user gave it, or one of its own making", () => {
		expect(profileName({ enabled: true, profile_name: " Shop " }, "0123456789")).toBe("Shop");
		expect(profileName({ enabled: true, profile_name: " " }, "0123456789")).toBe("profile-0123");
	});
});
