import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A receiver of webhooks on a free port of this computer that does as little as one can. */
export type BareReceiver = {
	/** Its origin. */
	url: string;
	/** So many requests more are answered at once; those behind them wait for the gate, which is given with the first. */
	holdAfter(requests: number): Promise<Gate>;
	close(): Promise<void>;
};

/** Requests that wait for their answer. */
export type Gate = { open(): void };

/** Starts a receiver that reads every request and answers it with 200. */
export async function startBareReceiver(): Promise<BareReceiver> {
	let holding: { left: number; reached(): void; opened: Promise<void> } | undefined;
	const server = createServer((request, response) => {
		request.resume().on("end", async () => {
			if (holding && holding.left-- <= 0) {
				holding.reached();
				await holding.opened;
			}
			response.writeHead(200, { "content-type": "text/plain", "content-length": 2 }).end("ok");
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		holdAfter: (requests) =>
			new Promise((resolve) => {
				let open = () => {};
				const opened = new Promise<void>((done) => {
					open = done;
				});
				const held = { left: requests, reached: () => resolve({ open: openThis }), opened };
				const openThis = () => {
					// Another one may have been announced meanwhile.
					if (holding === held) holding = undefined;
					open();
				};
				holding = held;
			}),
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
