import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type Crm, type CrmOptions, createCrm } from "./crm";

const host = "127.0.0.1";

export type StartOptions = Omit<CrmOptions, "baseUrl"> & {
	/** 0 takes any free port. */
	port: number;
};

export type RunningCrm = { url: string; close(): Promise<void> };

/**
 * Serves the demo CRM on this machine only. Rejects when the port is taken or the database cannot be reached.
 * Answers contain links, and those need the port: so the port comes first, and requests wait for the database.
 */
export async function startCrm({ port, ...options }: StartOptions): Promise<RunningCrm> {
	let crm: Promise<Crm> | undefined;
	const server = createAdaptorServer({
		fetch: async (request) =>
			crm ? (await crm).app.fetch(request) : new Response("The CRM is starting.", { status: 503 }),
	});
	server.listen(port, host);
	// Rejects with the server's "error", such as a port that is taken.
	await once(server, "listening");
	const { port: actualPort } = server.address() as AddressInfo;
	const url = `http://${host}:${actualPort}`;

	const stopServer = async () => {
		const closed = once(server, "close");
		server.close();
		if ("closeAllConnections" in server) server.closeAllConnections();
		await closed;
	};
	try {
		crm = createCrm({ ...options, baseUrl: url });
		const { close } = await crm;
		return {
			url,
			async close() {
				await stopServer();
				await close();
			},
		};
	} catch (error) {
		await stopServer();
		throw error;
	}
}
