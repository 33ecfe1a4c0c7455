import { describe, expect, it } from "vitest";
import { readArguments } from "../../../bridge/src/cli/read-arguments";

const id = "abcdefghijklmnopabcdefghijklmnop";

describe("readArguments", () => {
	it.each([
		[[], { name: "stdio" }],
		[["--profile", "Shop"], { name: "stdio", profile: "Shop" }],
		[["http"], { name: "http", port: 41741 }],
		[["http", "--port", "0", "--profile=Shop"], { name: "http", port: 0, profile: "Shop" }],
		[["install", "--extension-id", id], { name: "install", extensionId: id }],
		[
			["install", "--extension-id", id, "--browser", "edge"],
			{ name: "install", extensionId: id, which: "edge" },
		],
		[
			["install", `--extension-id=${id}`, "--browser", "all"],
			{ name: "install", extensionId: id, which: "all" },
		],
		[
			["install", "--extension-id", id, "--user-data-dir", "/tmp/x"],
			{ name: "install", extensionId: id, userDataFolder: "/tmp/x" },
		],
		[["uninstall"], { name: "uninstall" }],
		[["doctor"], { name: "doctor" }],
		[["install", "--help"], { name: "help" }],
		[["-v"], { name: "version" }],
	])("takes %j", (args, command) => {
		expect(readArguments(args)).toEqual({ ok: true, command });
	});

	it.each([
		[["serve"], 'no command "serve"'],
		[["http", "now"], 'no command "http now"'],
		[["__proto__"], "no command"],
		[["constructor"], "no command"],
		[["--port", "80"], "--port does not go with stdio"],
		[["doctor", "--profile", "Shop"], "--profile does not go with doctor"],
		[["http", "--port", "eighty"], "up to 65535"],
		[["http", "--port", "65536"], "up to 65535"],
		[["http", "--port", "-1"], "--port"],
		[["http", "--port", ""], "up to 65535"],
		[["install"], "needs --extension-id"],
		[["install", "--extension-id", "chatside"], "32 letters"],
		[["install", "--extension-id", `${id}/","x`], "32 letters"],
		[["install", "--extension-id", id, "--browser", "firefox"], "chrome, chromium, edge, brave or all"],
		[["--colour"], "--colour"],
	])("refuses %j", (args, reason) => {
		const read = readArguments(args);
		expect(read).toEqual({ ok: false, reason: expect.stringContaining(reason) });
		expect(read).toMatchObject({ reason: expect.stringContaining("--help") });
	});
});
