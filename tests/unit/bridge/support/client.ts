import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { onTestFinished } from "vitest";
import { built, type Home } from "./home";

/** The versions of the protocol: with `initialize` and a session, and without. */
export const eras = ["legacy", "auto"] as const;
export type Era = (typeof eras)[number];

type Options = {
	era?: Era;
	/** Of the program. */
	args?: string[];
	listChanged?: ClientOptions["listChanged"];
	name?: string;
};

/** The official SDK's client, which starts the bridge as its users' programs do. */
export async function stdioClient(home: Home, options: Options = {}) {
	const transport = new StdioClientTransport({
		command: process.execPath,
		args: [built.program, ...(options.args ?? [])],
		env: home.env,
		stderr: "pipe",
	});
	const client = newClient(options);
	await client.connect(transport);
	return { client, pid: () => transport.pid as number };
}

/** The same over HTTP. */
export async function httpClient(url: string, token: string, options: Options = {}) {
	const transport = new StreamableHTTPClientTransport(new URL(url), {
		requestInit: { headers: { Authorization: `Bearer ${token}` } },
	});
	const client = newClient(options);
	await client.connect(transport);
	return { client, transport };
}

function newClient({ era = "legacy", listChanged, name = "Test client" }: Options): Client {
	const client = new Client(
		{ name, version: "1.2.3" },
		{ versionNegotiation: { mode: era }, ...(listChanged ? { listChanged } : {}) },
	);
	onTestFinished(() => client.close());
	return client;
}
