import { randomUUID } from "node:crypto";
import { type Server, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";

/** In milliseconds without a request or an open stream. Clients seldom say when they end. */
const idleMs = 60 * 60_000;
/** The same of one that listened for notifications and does so no longer: most likely its client has gone. */
const silentMs = 5 * 60_000;
/** A new one ends the one that was idle longest. */
const mostSessions = 64;

type Session = {
	server: Server;
	transport: WebStandardStreamableHTTPServerTransport;
	/** Requests under way, the stream of notifications among them. */
	open: number;
	/** Whether it has opened that stream. */
	listened: boolean;
	/** In milliseconds since 1970. */
	used: number;
};

export type HttpSessions = {
	handle(request: Request): Promise<Response>;
	servers(): Server[];
	/** Ends those that were idle for long. */
	tidy(): void;
	close(): Promise<void>;
};

type Options = {
	/** @param session drawn for each client */
	newServer(session: string): Server;
	/** Told of each that has ended, whoever ended it. */
	ended(session: string): void;
	/** In bytes. */
	longestBody: number;
	now(): number;
};

/** For clients of the protocol before 2026-07-28, which begin a session with `initialize` and name it in each request. */
export function createHttpSessions({ newServer, ended, longestBody, now }: Options): HttpSessions {
	const sessions = new Map<string, Session>();

	async function begin(request: Request): Promise<Response> {
		const session = randomUUID();
		const server = newServer(session);
		const transport = new WebStandardStreamableHTTPServerTransport({
			sessionIdGenerator: randomUUID,
			maxRequestBodySize: longestBody,
			onsessioninitialized(id) {
				makeRoom();
				sessions.set(id, { server, transport, open: 0, listened: false, used: now() });
			},
		});
		await server.connect(transport);
		// After the server's own: it has one too.
		const { onclose } = transport;
		transport.onclose = () => {
			onclose?.();
			if (transport.sessionId && sessions.delete(transport.sessionId)) ended(session);
		};
		return transport.handleRequest(request);
	}

	function makeRoom() {
		if (sessions.size < mostSessions) return;
		const [oldest] = [...sessions.values()].sort(
			(a, b) => Number(a.open > 0) - Number(b.open > 0) || a.used - b.used,
		);
		void oldest?.transport.close();
	}

	return {
		async handle(request) {
			const id = request.headers.get("mcp-session-id");
			if (id === null) return begin(request);
			const session = sessions.get(id);
			// 404 makes clients begin anew (MCP, Streamable HTTP, "Session Management").
			if (!session) return jsonError(404, "That session has ended. Begin a new one.");
			session.open += 1;
			session.listened ||= request.method === "GET";
			session.used = now();
			const response = await session.transport.handleRequest(request);
			return whenEnded(response, () => {
				session.open -= 1;
				session.used = now();
			});
		},
		servers: () => [...sessions.values()].map(({ server }) => server),
		tidy() {
			for (const { open, listened, used, transport } of [...sessions.values()])
				if (open === 0 && now() - used > (listened ? silentMs : idleMs)) void transport.close();
		},
		async close() {
			await Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
		},
	};
}

/** @returns the same response; `then` is called when it was read to its end, or nobody reads it any more */
function whenEnded(response: Response, then: () => void): Response {
	if (!response.body) {
		then();
		return response;
	}
	const reader = response.body.getReader();
	let isOpen = true;
	// A stream that is cancelled comes to its end as well.
	const ended = () => {
		if (isOpen) then();
		isOpen = false;
	};
	void reader.closed.then(ended, ended);
	const body = new ReadableStream({
		async pull(controller) {
			const { done, value } = await reader.read();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: (reason) => reader.cancel(reason),
	});
	return new Response(body, response);
}

export function jsonError(status: number, message: string, headers: Record<string, string> = {}): Response {
	return Response.json({ jsonrpc: "2.0", error: { code: -32000, message }, id: null }, { status, headers });
}
