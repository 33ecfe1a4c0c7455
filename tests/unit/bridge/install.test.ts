import { describe, expect, it } from "vitest";
import { examine } from "../../../bridge/src/install/doctor";
import { install } from "../../../bridge/src/install/install";
import { uninstall } from "../../../bridge/src/install/uninstall";
import { homes, type PaperMachine, paperMachine } from "./support/machine";

const extensionId = "abcdefghijklmnopabcdefghijklmnop";
const request = { extensionId, host: "the host's program" };
const noHosts = async () => {};

const manifestPlaces = {
	linux: {
		chrome: ".config/google-chrome",
		chromium: ".config/chromium",
		edge: ".config/microsoft-edge",
		brave: ".config/BraveSoftware/Brave-Browser",
	},
	darwin: {
		chrome: "Library/Application Support/Google/Chrome",
		chromium: "Library/Application Support/Chromium",
		edge: "Library/Application Support/Microsoft Edge",
		brave: "Library/Application Support/BraveSoftware/Brave-Browser",
	},
} as const;
const browsers = ["chrome", "chromium", "edge", "brave"] as const;

function manifestAt(machine: PaperMachine, path: string) {
	return JSON.parse(machine.entries.get(path)?.text ?? "null");
}

function list(machine: PaperMachine) {
	return [...machine.entries.keys()].sort();
}

describe.each(["linux", "darwin"] as const)("install on %s", (platform) => {
	const home = homes[platform];
	const placeOf = (browser: (typeof browsers)[number]) =>
		`${home}/${manifestPlaces[platform][browser]}/NativeMessagingHosts/io.chatside.bridge.json`;

	it.each(browsers)("makes the host known to %s, for this one extension", (which) => {
		const machine = paperMachine(platform);
		expect(install(machine, { ...request, which })).toMatchObject({ ok: true });
		expect(manifestAt(machine, placeOf(which))).toEqual({
			name: "io.chatside.bridge",
			description: expect.any(String),
			path: `${home}/.chatside/chatside-host`,
			type: "stdio",
			allowed_origins: [`chrome-extension://${extensionId}/`],
		});
	});

	it("copies the host and writes a launcher that may be executed, all for the user alone", () => {
		const machine = paperMachine(platform);
		install(machine, { ...request, which: "chrome" });
		expect(machine.entries.get(`${home}/.chatside/host.mjs`)).toEqual({
			text: "the host's program",
			mode: 0o600,
		});
		const launcher = machine.entries.get(`${home}/.chatside/chatside-host`);
		expect(launcher?.mode).toBe(0o700);
		expect(launcher?.text).toContain(`exec '/opt/node/bin/node' '${home}/.chatside/host.mjs' "$@"`);
		expect(machine.entries.get(`${home}/.chatside`)?.mode).toBe(0o700);
	});

	it("takes the browsers that are there", () => {
		const machine = paperMachine(platform);
		machine.files.makeFolder(`${home}/${manifestPlaces[platform].edge}`, 0o700);
		install(machine, request);
		expect(manifestAt(machine, placeOf("edge"))).not.toBeNull();
		expect(list(machine).filter((path) => path.endsWith("bridge.json"))).toHaveLength(1);
	});

	it("says what to do when there is none, and writes nothing", () => {
		const machine = paperMachine(platform);
		const before = list(machine);
		expect(install(machine, request)).toEqual({ ok: false, reason: expect.stringContaining("--browser") });
		expect(list(machine)).toEqual(before);
	});

	it("writes where a browser with a user data folder of its own looks", () => {
		const machine = paperMachine(platform);
		install(machine, { ...request, which: "chromium", userDataFolder: "/tmp/data" });
		expect(manifestAt(machine, "/tmp/data/NativeMessagingHosts/io.chatside.bridge.json")).not.toBeNull();
		expect(manifestAt(machine, placeOf("chromium"))).toBeNull();
	});

	it("is undone by uninstall, to the last folder", async () => {
		const machine = paperMachine(platform);
		machine.files.makeFolder(`${home}/${manifestPlaces[platform].chrome}`, 0o700);
		const before = list(machine);
		install(machine, { ...request, which: "all" });
		install(machine, { ...request, userDataFolder: "/tmp/data" });
		machine.files.write(`${home}/.chatside/token`, "secret", 0o600);
		machine.files.makeFolder(`${home}/.chatside/running`, 0o700);
		machine.files.write(`${home}/.chatside/running/7.sock`, "", 0o600);
		await uninstall(machine, noHosts);
		expect(list(machine)).toEqual(before);
	});

	it("is undone even when its record was lost", async () => {
		const machine = paperMachine(platform);
		install(machine, { ...request, which: "all" });
		machine.files.write(`${home}/.chatside/installed.json`, "{ torn", 0o600);
		await uninstall(machine, noHosts);
		expect(list(machine).filter((path) => /chatside/.test(path))).toEqual([]);
	});
});

describe("install", () => {
	it("follows XDG_CONFIG_HOME on Linux", () => {
		const machine = paperMachine("linux", { XDG_CONFIG_HOME: "/home/ana/conf" });
		install(machine, { ...request, which: "chromium" });
		expect(
			manifestAt(machine, "/home/ana/conf/chromium/NativeMessagingHosts/io.chatside.bridge.json"),
		).not.toBeNull();
	});

	it("does not let a path with quotation marks become code", () => {
		const machine = { ...paperMachine("linux"), node: "/opt/it's; rm -rf/node" };
		install(machine, { ...request, which: "chrome" });
		expect(machine.files.read("/home/ana/.chatside/chatside-host")).toContain(
			`exec '/opt/it'\\''s; rm -rf/node'`,
		);
	});

	it("replaces another extension's id when it is run again", () => {
		const machine = paperMachine("linux");
		install(machine, { ...request, which: "chrome" });
		install(machine, { ...request, which: "chrome", extensionId: "p".repeat(32) });
		const path = "/home/ana/.config/google-chrome/NativeMessagingHosts/io.chatside.bridge.json";
		expect(manifestAt(machine, path).allowed_origins).toEqual([`chrome-extension://${"p".repeat(32)}/`]);
	});
});

describe("install on Windows", () => {
	const folder = "C:\\Users\\ana\\AppData\\Local\\Chatside";

	it.each([
		["chrome", ["Software\\Google\\Chrome"]],
		["chromium", ["Software\\Chromium"]],
		["edge", ["Software\\Microsoft\\Edge"]],
		["brave", ["Software\\BraveSoftware\\Brave-Browser", "Software\\Google\\Chrome"]],
	] as const)("names the manifest to %s in the registry", (which, keys) => {
		const machine = paperMachine("win32");
		install(machine, { ...request, which });
		expect([...machine.values]).toEqual(
			keys.map((key) => [`${key}\\NativeMessagingHosts\\io.chatside.bridge`, `${folder}\\manifest.json`]),
		);
		expect(manifestAt(machine, `${folder}\\manifest.json`)).toMatchObject({
			path: `${folder}\\chatside-host.bat`,
			allowed_origins: [`chrome-extension://${extensionId}/`],
		});
	});

	it("writes a batch file that starts Node with the host", () => {
		const machine = paperMachine("win32");
		install(machine, { ...request, which: "chrome" });
		expect(machine.files.read(`${folder}\\chatside-host.bat`)).toBe(
			`@echo off\r\nchcp 65001 >nul 2>&1\r\n"C:\\Program Files\\nodejs\\node.exe" "%~dp0host.mjs" %*\r\n`,
		);
	});

	it("takes the browsers that are there, wherever their user data are", () => {
		const machine = paperMachine("win32", { LOCALAPPDATA: "D:\\Local" });
		machine.entries.set("D:\\", { mode: 0o755 });
		machine.files.makeFolder("D:\\Local\\Chromium\\User Data", 0o700);
		install(machine, { ...request, userDataFolder: "D:\\elsewhere" });
		expect([...machine.values]).toEqual([
			["Software\\Chromium\\NativeMessagingHosts\\io.chatside.bridge", "D:\\Local\\Chatside\\manifest.json"],
		]);
	});

	it("is undone by uninstall", async () => {
		const machine = paperMachine("win32");
		machine.files.makeFolder("C:\\Users\\ana\\AppData\\Local", 0o700);
		const before = list(machine);
		install(machine, { ...request, which: "all" });
		await uninstall(machine, noHosts);
		expect(machine.values.size).toBe(0);
		expect(list(machine)).toEqual(before);
	});
});

describe("uninstall", () => {
	it("leaves what another program has put in the manifest's place", async () => {
		const machine = paperMachine("linux");
		install(machine, { ...request, which: "chrome" });
		const path = "/home/ana/.config/google-chrome/NativeMessagingHosts/io.chatside.bridge.json";
		machine.files.write(path, '{"name":"somebody.else","path":"/x"}', 0o600);
		await uninstall(machine, noHosts);
		expect(machine.files.exists(path)).toBe(true);
	});

	it("ends hosts only when no browser can start another, and before their folder goes", async () => {
		const machine = paperMachine("linux");
		install(machine, { ...request, which: "chrome" });
		let seen: string[] = [];
		await uninstall(machine, async () => {
			seen = list(machine);
		});
		expect(seen.some((path) => path.endsWith("bridge.json"))).toBe(false);
		expect(seen).toContain("/home/ana/.chatside/host.mjs");
	});

	it("removes nothing where nothing was installed", async () => {
		expect(await uninstall(paperMachine("linux"), noHosts)).toEqual([]);
	});
});

describe.each(["linux", "darwin", "win32"] as const)("doctor on %s", (platform) => {
	const installed = () => {
		const machine = paperMachine(platform);
		install(machine, { ...request, which: "chrome" });
		return machine;
	};
	const wrong = (machine: PaperMachine, host = request.host) =>
		examine(machine, host).flatMap(({ is, says }) => (is === "wrong" ? says : []));
	const folder =
		platform === "win32" ? `${homes.win32}\\AppData\\Local\\Chatside\\` : `${homes[platform]}/.chatside/`;
	const launcher = platform === "win32" ? "chatside-host.bat" : "chatside-host";

	it("finds nothing after an installation", () => {
		expect(wrong(installed())).toEqual([]);
	});

	it("says that nothing is installed", () => {
		expect(wrong(paperMachine(platform))).toEqual([expect.stringContaining("not installed")]);
	});

	it("finds a host that is missing, or of another version", () => {
		expect(wrong(installed(), "a newer host")).toEqual([expect.stringContaining("another version")]);
		const machine = installed();
		machine.files.remove(`${folder}host.mjs`);
		expect(wrong(machine)).toEqual([expect.stringContaining("is missing")]);
	});

	it("finds a launcher that is missing, or whose Node is gone", () => {
		const machine = installed();
		machine.files.remove(machine.node);
		expect(wrong(machine)).toEqual([expect.stringContaining(`gone: ${machine.node}`)]);
		machine.files.remove(`${folder}${launcher}`);
		expect(wrong(machine)).toEqual([expect.stringContaining("is missing")]);
	});

	it("finds a manifest that cannot be read, or that starts something else", () => {
		for (const [text, problem] of [
			["{", "cannot be read"],
			['{"name":"io.chatside.bridge","path":"/tmp/evil"}', "starts /tmp/evil"],
		] as const) {
			const machine = installed();
			const path =
				[...machine.entries.keys()].find((one) => /bridge\.json$|\\manifest\.json$/.test(one)) ?? "";
			machine.files.write(path, text, 0o600);
			// On Windows the browsers share one manifest.
			expect(new Set(wrong(machine).map((says) => says.includes(problem)))).toEqual(new Set([true]));
		}
	});

	it("does not call a browser wrong in which Chatside may not be", () => {
		const machine = installed();
		const elsewhere = paperMachine(platform);
		install(elsewhere, { ...request, which: "edge" });
		const edge = {
			linux: `${homes.linux}/.config/microsoft-edge`,
			darwin: `${homes.darwin}/Library/Application Support/Microsoft Edge`,
			win32: `${homes.win32}\\AppData\\Local\\Microsoft\\Edge\\User Data`,
		}[platform];
		machine.files.makeFolder(edge, 0o700);
		expect(examine(machine, request.host)).toContainEqual({
			is: "unknown",
			says: expect.stringContaining("Microsoft Edge does not know"),
		});
	});
});

describe("doctor", () => {
	it("finds that others may read the token", () => {
		const machine = paperMachine("linux");
		install(machine, { ...request, which: "chrome" });
		machine.files.write("/home/ana/.chatside/token", "t", 0o644);
		expect(examine(machine, request.host)).toContainEqual({
			is: "wrong",
			says: expect.stringContaining("chmod go-rwx '/home/ana/.chatside/token'"),
		});
	});

	it("finds a launcher that may not be executed", () => {
		const machine = paperMachine("linux");
		install(machine, { ...request, which: "chrome" });
		const launcher = "/home/ana/.chatside/chatside-host";
		machine.files.write(launcher, machine.files.read(launcher) ?? "", 0o600);
		expect(examine(machine, request.host)).toContainEqual({
			is: "wrong",
			says: expect.stringContaining("may not be executed"),
		});
	});
});
