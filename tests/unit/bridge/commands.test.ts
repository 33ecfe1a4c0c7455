import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { frameReader } from "../../../bridge/src/frames";
import { openBrowser } from "./support/browser";
import { built, type Home, newHome } from "./support/home";
import { startServer } from "./support/server";
import { until } from "./support/until";

const id = "abcdefghijklmnopabcdefghijklmnop";

function run(home: Home, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [built.program, ...args], {
		env: home.env,
		encoding: "utf8",
	});
	return { status, stdout, stderr };
}

/** All there is below a home folder: of files what is in them, of links where they lead, of all who may do what. */
const everything = ({ path }: Home) =>
	readdirSync(path, { recursive: true, encoding: "utf8" })
		.sort()
		.map((name) => {
			const at = join(path, name);
			const status = lstatSync(at);
			const holds = status.isFile()
				? readFileSync(at, "utf8")
				: status.isSymbolicLink()
					? readlinkSync(at)
					: undefined;
			return { name, mode: status.mode, ...(holds !== undefined && { holds }) };
		});

describe("chatside-mcp", () => {
	it("shows its commands, and its version", () => {
		const home = newHome();
		const help = run(home, "--help");
		expect(help.status).toBe(0);
		for (const word of ["install", "doctor", "uninstall", "http", "--profile"])
			expect(help.stdout).toContain(word);
		const { version } = JSON.parse(readFileSync(join(built.program, "../../package.json"), "utf8"));
		expect(run(home, "--version").stdout.trim()).toBe(version);
	});

	it.runIf(process.platform === "linux")("is what npx starts in a clone", () => {
		const linked = join(built.program, "../../../node_modules/.bin/chatside-mcp");
		const { status, stdout } = spawnSync(linked, ["--version"], { env: newHome().env, encoding: "utf8" });
		expect({ status, version: stdout }).toEqual({ status: 0, version: run(newHome(), "--version").stdout });
	});

	it("says on standard error what it does not understand", () => {
		expect(run(newHome(), "--extension", "x")).toMatchObject({
			status: 2,
			stdout: "",
			stderr: expect.stringContaining("--help"),
		});
	});
});

describe.runIf(process.platform === "linux")("an installation", () => {
	const folder = ".config/chromium/NativeMessagingHosts";
	const installed = () => {
		const home = newHome();
		mkdirSync(join(home.path, ".config/chromium"), { recursive: true });
		return { home, result: run(home, "install", "--extension-id", id) };
	};

	it("gives the browser what it can start as it stands", async () => {
		const { home, result } = installed();
		expect(result.status).toBe(0);
		const manifest = JSON.parse(readFileSync(join(home.path, folder, "io.chatside.bridge.json"), "utf8"));
		expect(manifest.allowed_origins).toEqual([`chrome-extension://${id}/`]);
		// A browser started from a menu: next to nothing in its environment.
		const host = spawn(manifest.path, manifest.allowed_origins, { env: { HOME: home.path } });
		const reader = frameReader();
		const [first] = await once(host.stdout, "data");
		expect(reader.push(first)).toEqual([
			{ kind: "message", message: { type: "hello", wire: 1, version: expect.any(String) } },
		]);
		host.stdin.end();
		expect(await once(host, "exit")).toEqual([0, null]);
	});

	it("goes from the folders of all four browsers, and leaves what others have put there", async () => {
		const folders = ["google-chrome", "chromium", "microsoft-edge", "BraveSoftware/Brave-Browser"].map(
			(name) => `.config/${name}`,
		);
		const home = newHome();
		for (const name of folders) mkdirSync(join(home.path, name, "Default"), { recursive: true });
		// One of another program, in a folder that has to stay for it.
		mkdirSync(join(home.path, ".config/chromium/NativeMessagingHosts"));
		writeFileSync(join(home.path, ".config/chromium/NativeMessagingHosts/org.example.json"), "{}");
		writeFileSync(join(home.path, ".bashrc"), "alias ll='ls -l'\n");
		const before = everything(home);
		expect(run(home, "install", "--extension-id", id).status).toBe(0);
		const written = everything(home).map(({ name }) => name);
		for (const name of folders)
			expect(written).toContain(`${name}/NativeMessagingHosts/io.chatside.bridge.json`);
		const { stdout } = run(home, "uninstall");
		for (const name of folders)
			expect(stdout).toContain(`${home.path}/${name}/NativeMessagingHosts/io.chatside.bridge.json`);
		expect(everything(home)).toEqual(before);
	});

	it.each([
		["none of the browsers was ever started", []],
		["one was", [".config/chromium"]],
	])("goes without leaving a file behind, while a browser and a server run: %s", async (_, folders) => {
		const home = newHome();
		for (const name of folders) mkdirSync(join(home.path, name), { recursive: true });
		const before = everything(home);
		if (folders.length > 0) expect(run(home, "install", "--extension-id", id).status).toBe(0);
		expect(run(home, "install", "--extension-id", id, "--browser", "all").status).toBe(0);
		run(home, "install", "--extension-id", id, "--user-data-dir", join(home.path, "data"));
		const browser = await openBrowser(home);
		const server = await startServer(home);
		expect(everything(home).length).toBeGreaterThan(10);
		const { status, stdout } = run(home, "uninstall");
		expect(status).toBe(0);
		expect(stdout).toContain("io.chatside.bridge.json");
		expect(await browser.ended()).toBe(0);
		expect(everything(home)).toEqual(before);
		// What still runs writes nothing after.
		server.stop();
		await server.exit;
		expect(everything(home)).toEqual(before);
		expect(run(home, "uninstall").stdout).toContain("nothing to remove");
	});

	it("is found whole by doctor once a browser is connected", async () => {
		const { home } = installed();
		const alone = run(home, "doctor");
		expect(alone).toMatchObject({ status: 1, stdout: expect.stringContaining("✗ No browser is connected") });
		await openBrowser(home);
		const connected = await until(() => {
			const result = run(home, "doctor");
			return result.status === 0 && result;
		});
		expect(connected.stdout).toContain('browser profile "Shop" (p-shop)');
		expect(connected.stdout).not.toContain("✗");
	});

	it("is found wanting by doctor when something is missing, or was never there", () => {
		expect(run(newHome(), "doctor")).toMatchObject({
			status: 1,
			stdout: expect.stringContaining("not installed"),
		});
		const { home } = installed();
		rmSync(join(home.path, ".chatside/host.mjs"));
		expect(run(home, "doctor")).toMatchObject({
			status: 1,
			stdout: expect.stringContaining("host.mjs is missing"),
		});
	});

	it("needs a browser, and an extension's id", () => {
		const home = newHome();
		expect(run(home, "install", "--extension-id", id)).toMatchObject({
			status: 1,
			stderr: expect.stringContaining("--browser"),
		});
		expect(run(home, "install")).toMatchObject({
			status: 2,
			stderr: expect.stringContaining("--extension-id"),
		});
		expect(everything(home)).toEqual([]);
	});

	it("is for this user alone", () => {
		const { home } = installed();
		const modeOf = (path: string) => statSync(join(home.path, path)).mode & 0o777;
		expect(modeOf(".chatside")).toBe(0o700);
		expect(modeOf(".chatside/chatside-host")).toBe(0o700);
		expect(modeOf(".chatside/host.mjs")).toBe(0o600);
	});
});
