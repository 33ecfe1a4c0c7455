import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { checkSignatures, isVerified } from "../../demo/inbox/signatures";
import { withClock } from "../../demo/inbox/with-clock";

/** A webhook request as it arrived. */
export type Arrival = {
	id: string;
	attempt: number;
	body: string;
	phone: string;
	conversation: string;
	/** Whether both signatures are right. */
	verified: boolean;
	/** Milliseconds, monotonic. */
	at: number;
	/** The status it was answered with; undefined when it was not answered by this. */
	status?: number;
};

/** What a request gets: a status, or anything else done with the response. */
export type Behaviour = (arrival: Arrival, response: ServerResponse, socket: Socket) => void;

export const answers =
	(status: number, headers: Record<string, string> = {}): Behaviour =>
	(arrival, response) => {
		arrival.status = status;
		response.writeHead(status, headers).end();
	};

export type Receiver = {
	url: string;
	arrivals: Arrival[];
	/** Requests that are none of a webhook, such as one that followed a redirect. */
	strays: string[];
	behave(behaviour: Behaviour): void;
	/** Refuses connections until `start`. */
	stop(): Promise<void>;
	start(): Promise<void>;
	listens(): boolean;
	/** Its clock is so many ms off from now on. */
	setClock(offMs: number): void;
	close(): Promise<void>;
};

/** A receiver of webhooks on a free port of this computer that checks every signature and does with requests as told. */
export async function startReceiver(secret: string): Promise<Receiver> {
	const arrivals: Arrival[] = [];
	let clockOff = 0;
	const strays: string[] = [];
	const sockets = new Set<Socket>();
	let behaviour: Behaviour = answers(200);
	const server = createServer(async (request, response) => {
		if (request.method !== "POST" || request.url !== "/hook") {
			strays.push(`${request.method} ${request.url}`);
			response.writeHead(404).end();
			return;
		}
		const chunks: Buffer[] = [];
		try {
			for await (const chunk of request) chunks.push(chunk as Buffer);
		} catch {
			// The sender ended in the middle of its request: nothing has arrived.
			return;
		}
		const bytes = Buffer.concat(chunks);
		const body = bytes.toString("utf8");
		const headers = Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		);
		const { data } = JSON.parse(body) as { data: { phone?: string; conversation_hash?: string } };
		const arrival: Arrival = {
			id: headers["webhook-id"] ?? "",
			attempt: Number(headers["x-webhook-attempt"]),
			body,
			phone: data.phone ?? "",
			conversation: data.conversation_hash ?? "",
			verified: isVerified(withClock(clockOff, () => checkSignatures(headers, bytes, secret))),
			at: performance.now(),
		};
		arrivals.push(arrival);
		behaviour(arrival, response, request.socket);
	});
	server.on("connection", (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
	});
	const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
	await listen(0);
	const { port } = server.address() as AddressInfo;
	const stop = async () => {
		if (!server.listening) return;
		const closed = new Promise<void>((done) => server.close(() => done()));
		for (const socket of sockets) socket.destroy();
		await closed;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		arrivals,
		strays,
		behave: (next) => {
			behaviour = next;
		},
		stop,
		start: async () => {
			if (!server.listening) await listen(port);
		},
		listens: () => server.listening,
		setClock: (offMs) => {
			clockOff = offMs;
		},
		close: stop,
	};
}
