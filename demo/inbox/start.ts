import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Answer } from "./answers";
import { type AnswerSwitch, createInboxApp } from "./app";
import type { PageFiles } from "./build-page";
import { createReceivedEvents, type ReceivedEvent, waitForEvent } from "./received-events";

const host = "127.0.0.1";

export type InboxOptions = {
	/** 0 takes any free port. */
	port: number;
	secret: string;
	/** Without it there is only the API. */
	page?: PageFiles;
};

export type RunningInbox = {
	/** Its page, `http://127.0.0.1:PORT`. */
	url: string;
	/** Where webhooks go. */
	webhookUrl: string;
	/** What came in, newest first. */
	received(): ReceivedEvent[];
	answerWith(answer: Answer): void;
	/** The event that matches, whether it has come or is to come. Throws when none does within `timeoutMs`. */
	waitFor(matches: (event: ReceivedEvent) => boolean, timeoutMs?: number): Promise<ReceivedEvent>;
	clear(): void;
	/** Its clock is so many ms off from now on. */
	setClock(offMs: number): void;
	close(): Promise<void>;
};

/** Serves the webhook inbox on this machine only. Rejects when the port is taken. */
export async function startInbox({ port, secret, page }: InboxOptions): Promise<RunningInbox> {
	const events = createReceivedEvents();
	const answerSwitch = createAnswerSwitch();
	let clockOff = 0;
	const now = () => Date.now() + clockOff;
	const app = createInboxApp({ events, answerSwitch, secret, page, now });
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(port, host);
	// Rejects with the server's "error", such as a port that is taken.
	await once(server, "listening");
	const { port: actualPort } = server.address() as AddressInfo;
	const url = `http://${host}:${actualPort}`;
	return {
		url,
		webhookUrl: `${url}/webhook`,
		received: events.list,
		answerWith: answerSwitch.set,
		async waitFor(matches, timeoutMs = 10_000) {
			const event = await waitForEvent(events, matches, timeoutMs);
			if (event) return event;
			const came = events.list().map(({ requests: [{ event: name, phone }] }) => `${name} ${phone ?? ""}`);
			throw new Error(
				`No such event came within ${timeoutMs} ms. What came: ${came.join(", ") || "nothing"}`,
			);
		},
		clear: events.clear,
		setClock(offMs) {
			clockOff = offMs;
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			// Pages listening, and senders left hanging.
			if ("closeAllConnections" in server) server.closeAllConnections();
			await closed;
		},
	};
}

function createAnswerSwitch(): AnswerSwitch {
	let current: Answer = "200";
	const watchers = new Set<() => void>();
	return {
		get: () => current,
		set(answer) {
			current = answer;
			for (const watcher of watchers) watcher();
		},
		watch(watcher) {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
	};
}
