import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Reply } from "./replies";

/** A request as it arrived. */
export type Received = {
	method: string;
	/** Without the query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingMessage["headers"];
	body: string;
	/** The phone asked for, in the query or in the JSON body; empty when there is none. */
	phone: string;
	/** `open` until the answer is out (`answered`) or the caller has hung up before (`aborted`). */
	outcome: "open" | "answered" | "aborted";
};

/** A reply, or what makes one of the request; a promise holds the request until the test lets it go. */
export type Script = Reply | ((request: Received) => Reply | Promise<Reply>);

export type ScriptedCrm = {
	/** `http://127.0.0.1:PORT`, the same for its whole life. */
	url: string;
	/** What every request to `path` gets from now on. A path without a script answers 404. */
	answer(path: string, script: Script): void;
	/** The requests to `path` so far, in the order they came; all without one. */
	received(path?: string): Received[];
	/** Ends listening: connections are refused, those open are cut. */
	stop(): Promise<void>;
	start(): Promise<void>;
	/** Forgets scripts and requests, cuts what is still open, and listens. */
	reset(): Promise<void>;
	close(): Promise<void>;
};

/** Starts a CRM on a free port of this computer that answers what a test tells it to, and remembers what it was asked. */
export async function startScriptedCrm(): Promise<ScriptedCrm> {
	const scripts = new Map<string, Script>();
	const sockets = new Set<Socket>();
	let received: Received[] = [];

	const server = createServer((incoming, response) => void serve(incoming, response));
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	});

	async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const request = await read(incoming);
		received.push(request);
		response.on("close", () => {
			request.outcome = response.writableFinished ? "answered" : "aborted";
		});
		const script = scripts.get(request.path);
		if (!script) {
			response.writeHead(404).end();
			return;
		}
		const reply = typeof script === "function" ? await script(request) : script;
		if (!response.destroyed) reply.write(response);
	}

	const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	await listen(0);
	const { port } = server.address() as AddressInfo;

	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	async function stop(): Promise<void> {
		if (!server.listening) return;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		cut();
		await closed;
	}
	async function start(): Promise<void> {
		if (!server.listening) await listen(port);
	}

	return {
		url: `http://127.0.0.1:${port}`,
		answer: (path, script) => void scripts.set(path, script),
		received: (path) => received.filter((request) => path === undefined || request.path === path),
		stop,
		start,
		async reset() {
			cut();
			scripts.clear();
			received = [];
			await start();
		},
		close: stop,
	};
}

async function read(incoming: IncomingMessage): Promise<Received> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks).toString("utf8");
	const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
	return {
		method: incoming.method ?? "",
		path: pathname,
		query: searchParams,
		headers: incoming.headers,
		body,
		phone: searchParams.get("phone") ?? phoneIn(body),
		outcome: "open",
	};
}

function phoneIn(body: string): string {
	try {
		const { phone }: { phone?: unknown } = JSON.parse(body);
		return typeof phone === "string" ? phone : "";
	} catch {
		return "";
	}
}
