import { randomUUID } from "node:crypto";
import type { Server } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Link } from "../link/link";
import { createMcpServer } from "./mcp-server";
import { inOneSentence, watchLines } from "./read-lines";

/** Serves the program that started this one, over standard input and output, and ends when it does. */
export function serveOverStdio(link: Link, log: (line: string) => void) {
	const session = randomUUID();
	const servers = new Set<Server>();
	if (process.stdin.isTTY)
		log("This serves a program that speaks MCP and starts it by itself. Ctrl+C ends it; --help shows more.");
	const input = process.stdin.pipe(watchLines(log));
	const transport = new StdioServerTransport(input, process.stdout);
	const handle = serveStdio(
		() => {
			const server = createMcpServer({ link, transport: "stdio", session: () => session });
			servers.add(server);
			return server;
		},
		{ transport, onerror: (error) => log(inOneSentence(error)) },
	);
	link.onChange(() => {
		for (const server of servers) tellChange(server);
	});

	let isOver = false;
	// The host cancels whatever still waits when the socket to it closes.
	const end = () => {
		if (isOver) return;
		isOver = true;
		link.close();
		void handle.close();
		// Open, it would keep this process alive.
		process.stdin.destroy();
	};
	// Once the last line was read.
	input.on("end", end);
	process.stdin.on("close", () => input.end());
	process.stdout.on("error", end);
	for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
}

/** What can be listed is another now. A client that is not there yet asks by itself. */
export function tellChange(server: Server) {
	for (const told of [server.sendToolListChanged(), server.sendResourceListChanged()])
		told.catch(() => undefined);
}
