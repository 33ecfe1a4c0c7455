import { once } from "node:events";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { extensionIdOf } from "../../../demo/browser/extension-id";
import { launchExtension } from "../../../demo/browser/launch";

const hostName = "io.chatside.echo";
const echoDir = fileURLToPath(new URL("./echo", import.meta.url));

export type Echo = {
	/** Has so many messages said back, one after the other; gives the time of each in ms. */
	measure(rounds: number): Promise<number[]>;
	close(): Promise<void>;
};

/** A browser with an extension and its host that do nothing but say back. `dir` is an empty folder for its files. */
export async function openEcho(dir: string): Promise<Echo> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("There is no port for the echo.");
	const userDataDir = join(dir, "profile");
	const hosts = join(userDataDir, "NativeMessagingHosts");
	await mkdir(hosts, { recursive: true });
	const path = join(dir, "echo-host.mjs");
	const host = await readFile(join(echoDir, "host.mjs"), "utf8");
	await writeFile(path, `#!${process.execPath}\n${host}`);
	await chmod(path, 0o700);
	const allowed_origins = [`chrome-extension://${extensionIdOf(echoDir)}/`];
	const manifest = { name: hostName, description: "Echo", type: "stdio", path, allowed_origins };
	await writeFile(join(hosts, `${hostName}.json`), JSON.stringify(manifest));
	const connected = once(server, "connection");
	const browser = await launchExtension({
		extensionDir: echoDir,
		userDataDir,
		env: { ECHO_PORT: String(address.port) },
	});
	const [socket] = (await connected) as [Socket];
	const lines = createInterface(socket);
	return {
		async measure(rounds) {
			const answer = once(lines, "line");
			socket.write(String(rounds));
			return JSON.parse(String((await answer)[0]));
		},
		async close() {
			await browser.close();
			socket.destroy();
			server.close();
		},
	};
}
