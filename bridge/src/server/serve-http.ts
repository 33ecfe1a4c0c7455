import { randomUUID } from "node:crypto";
import {
	createServer,
	type IncomingMessage,
	type Server as NodeServer,
	type ServerResponse,
} from "node:http";
import { createMcpHandler, isLegacyRequest } from "@modelcontextprotocol/server";
import type { Link } from "../link/link";
import { refuse } from "./http-guard";
import { createHttpSessions, jsonError } from "./http-sessions";
import { createMcpServer } from "./mcp-server";
import { sendResponse, webRequest } from "./node-http";
import { tellChange } from "./serve-stdio";

/** In bytes. A message to the extension has at most one megabyte; this leaves room to say so. */
const longestBody = 2 * 1024 * 1024;

/** Remembered at once; a client that makes up names loses the first of them. */
const mostNames = 256;

export type HttpServing = { port: number; close(): Promise<void> };

type Options = { link: Link; port: number; token: string; log(line: string): void };

/**
 * Serves any number of clients on this computer's own addresses, IPv4's and, where there is one, IPv6's.
 *
 * @param port 0 for any that is free
 * @throws when the port is taken
 */
export async function serveOverHttp({ link, port: wanted, token, log }: Options): Promise<HttpServing> {
	const sessions = createHttpSessions({
		newServer: (session) => createMcpServer({ link, transport: "http", session: () => session }),
		ended: link.ended,
		longestBody,
		now: Date.now,
	});
	const sessionOf = sessionsByName(link.ended);
	const modern = createMcpHandler(() => createMcpServer({ link, transport: "http", session: sessionOf }), {
		legacy: "reject",
		// Answers begin at once and stay alive: clients give up on one that does not begin within minutes.
		responseMode: "sse",
		maxRequestBodySize: longestBody,
		onerror: (error) => log(error.message),
	});
	link.onChange(() => {
		for (const server of sessions.servers()) tellChange(server);
		modern.notify.toolsChanged();
		modern.notify.resourcesChanged();
	});

	let port = wanted;
	async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response> {
		const refusal = refuse(incoming.url, incoming.headers, port, token);
		// Its body is not read; without this the connection would hang on it.
		if (refusal)
			return jsonError(refusal.status, refusal.message, { ...refusal.headers, Connection: "close" });
		const request = webRequest(incoming, outgoing);
		const isOld = await isLegacyRequest(request, undefined, { maxRequestBodySize: longestBody });
		return isOld ? sessions.handle(request) : modern.fetch(request);
	}
	function onRequest(incoming: IncomingMessage, outgoing: ServerResponse) {
		answer(incoming, outgoing)
			.catch((error) => {
				log(String(error));
				return jsonError(500, "The bridge failed at this request; its log says why.");
			})
			.then((response) => sendResponse(response, outgoing));
	}

	const ipv4 = createServer(onRequest);
	port = await listen(ipv4, "127.0.0.1", wanted);
	const servers = [ipv4];
	const ipv6 = createServer(onRequest);
	try {
		await listen(ipv6, "::1", port);
		servers.push(ipv6);
	} catch (error) {
		// Somebody else there would be given the token by clients that go to "localhost".
		if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
			ipv4.close();
			throw error;
		}
		log(`It does not listen on [::1]: ${(error as Error).message}`);
	}
	const tidying = setInterval(sessions.tidy, 60_000);
	tidying.unref();

	return {
		port,
		async close() {
			clearInterval(tidying);
			await Promise.all([sessions.close(), modern.close()]);
			await Promise.all(
				servers.map((server) => {
					server.closeAllConnections();
					return new Promise((resolve) => server.close(resolve));
				}),
			);
		},
	};
}

/**
 * Since 2026-07-28 the protocol knows no sessions. Then what goes by one name is one session, as long as this server
 * runs: all of it has the token.
 */
function sessionsByName(ended: (session: string) => void) {
	const ids = new Map<string, string>();
	return (name: string) => {
		const id = ids.get(name) ?? randomUUID();
		// The one used last stands last.
		ids.delete(name);
		ids.set(name, id);
		const [longestAgo] = ids;
		if (ids.size > mostNames && longestAgo) {
			ids.delete(longestAgo[0]);
			ended(longestAgo[1]);
		}
		return id;
	};
}

function listen(server: NodeServer, host: string, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			const address = server.address();
			resolve(typeof address === "object" && address ? address.port : port);
		});
	});
}
