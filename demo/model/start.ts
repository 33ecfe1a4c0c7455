import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { DemoModel } from "./answer";
import { createModelApp } from "./app";
import type { ChatRequest } from "./chat-request";
import type { Fault } from "./faults";
import { models } from "./models";
import type { Pace } from "./stream";

const host = "127.0.0.1";

export type ModelOptions = {
	/** 0 takes any free port. */
	port: number;
	/** What callers must send as `Authorization: Bearer …`. */
	key: string;
	/** Further models, by name. */
	models?: Readonly<Record<string, DemoModel>>;
	/** No waiting where it is left out. */
	pace?: Partial<Pace>;
};

export type RunningModel = {
	/** What is set as the base URL, `http://127.0.0.1:PORT/v1`. */
	url: string;
	/** What it was asked, oldest first. */
	asked(): readonly ChatRequest[];
	/** How every answer fails from now on. */
	failWith(fault: Fault): void;
	setPace(pace: Partial<Pace>): void;
	/** Forgets what it was asked, and answers as it should again. */
	reset(): void;
	close(): Promise<void>;
};

const mostRemembered = 500;

/** Serves the demo's models on this machine only. Rejects when the port is taken. */
export async function startModel({
	port,
	key,
	models: further,
	pace = {},
}: ModelOptions): Promise<RunningModel> {
	const usual: Pace = { firstMs: 0, pieceMs: 0, ...pace };
	const state: { fault: Fault; pace: Pace } = { fault: "none", pace: usual };
	let requests: ChatRequest[] = [];
	const app = createModelApp({
		key,
		state,
		models: { ...models, ...further },
		asked: (request) => {
			requests = [...requests, request].slice(-mostRemembered);
		},
		now: Date.now,
	});
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(port, host);
	// Rejects with the server's "error", such as a port that is taken.
	await once(server, "listening");
	const { port: actualPort } = server.address() as AddressInfo;
	return {
		url: `http://${host}:${actualPort}/v1`,
		asked: () => requests,
		failWith(fault) {
			state.fault = fault;
		},
		setPace(changed) {
			state.pace = { ...usual, ...changed };
		},
		reset() {
			requests = [];
			state.fault = "none";
			state.pace = usual;
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			// Those who wait for an answer that never comes.
			if ("closeAllConnections" in server) server.closeAllConnections();
			await closed;
		},
	};
}
