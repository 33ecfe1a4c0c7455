import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type SlowCrm = { url: string; close(): void };

/** Passes requests on to a CRM so many ms later: as one that is far away, or has a lot to look up. */
export async function startSlowCrm(crmUrl: string, delayMs: number): Promise<SlowCrm> {
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const { authorization = "", "content-type": type = "" } = request.headers;
		const [answer] = await Promise.all([
			fetch(`${crmUrl}${request.url}`, {
				method: request.method,
				headers: { authorization, "content-type": type },
				body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
			}).then(async (answered) => ({ status: answered.status, body: await answered.text() })),
			sleep(delayMs),
		]);
		response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
