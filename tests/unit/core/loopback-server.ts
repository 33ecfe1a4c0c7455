import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A real HTTP server on this machine for one test; gives its address without a slash at the end. */
export async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(async () => {
		const closed = once(server, "close");
		server.close();
		server.closeAllConnections();
		await closed;
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address where nobody listens: that of a server which has just ended. */
export async function closedAddress(): Promise<string> {
	const server = createServer();
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const closed = once(server, "close");
	server.close();
	await closed;
	return `http://127.0.0.1:${port}`;
}
