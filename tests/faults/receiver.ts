import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Webhook } from "standardwebhooks";

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
	behave(behaviour: Behaviour): void;
	/** Refuses connections until `start`. */
	stop(): Promise<void>;
	start(): Promise<void>;
	close(): Promise<void>;
};

/** A receiver of webhooks on a free port of this computer that checks every signature and does with requests as told. */
export async function startReceiver(secret: string): Promise<Receiver> {
	const arrivals: Arrival[] = [];
	const sockets = new Set<Socket>();
	let behaviour: Behaviour = answers(200);
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		try {
			for await (const chunk of request) chunks.push(chunk as Buffer);
		} catch {
			// The sender ended in the middle of its request: nothing has arrived.
			return;
		}
		const body = Buffer.concat(chunks).toString("utf8");
		const header = (name: string) => String(request.headers[name] ?? "");
		const { data } = JSON.parse(body) as { data: { phone?: string; conversation_hash?: string } };
		const arrival: Arrival = {
			id: header("webhook-id"),
			attempt: Number(header("x-webhook-attempt")),
			body,
			phone: data.phone ?? "",
			conversation: data.conversation_hash ?? "",
			verified: isVerified(secret, body, header),
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
		behave: (next) => {
			behaviour = next;
		},
		stop,
		start: async () => {
			if (!server.listening) await listen(port);
		},
		close: stop,
	};
}

function isVerified(secret: string, body: string, header: (name: string) => string): boolean {
	const own = createHmac("sha256", secret).update(body).digest();
	const given = Buffer.from(header("x-wazion-signature"), "hex");
	if (own.length !== given.length || !timingSafeEqual(own, given)) return false;
	try {
		// The package takes the key in base64 behind whsec_; for any other secret the key is its text.
		const key = `whsec_${Buffer.from(secret).toString("base64")}`;
		new Webhook(key).verify(body, {
			"webhook-id": header("webhook-id"),
			"webhook-timestamp": header("webhook-timestamp"),
			"webhook-signature": header("webhook-signature"),
		});
		return true;
	} catch {
		return false;
	}
}
