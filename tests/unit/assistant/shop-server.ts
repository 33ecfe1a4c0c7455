import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came in: `write` is every one that is no GET. */
export type CameIn = { method: string; path: string; query: URLSearchParams; body: string; write: boolean };

/** The user's own systems, as an HTTP server that counts who does what. Every answer to a GET holds `said`. */
export async function startShopServer() {
	const shop = { cameIn: [] as CameIn[], said: "" };
	const server = createServer(async (request, response) => {
		let body = "";
		for await (const piece of request) body += piece;
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://shop");
		const method = request.method ?? "";
		shop.cameIn.push({ method, path: pathname, query: searchParams, body, write: method !== "GET" });
		const order = { order_id: "CS-11465", state: "paid", notes: [shop.said] };
		const products = {
			products: [{ name: shop.said, price: 64, currency: "EUR", stock: 2, sku: "LMP-NAT" }],
		};
		const answer = method !== "GET" ? { done: true } : pathname === "/products" ? products : order;
		response.setHeader("Content-Type", "application/json");
		response.end(JSON.stringify(answer));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return Object.assign(shop, {
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, "close");
		},
	});
}

export type ShopServer = Awaited<ReturnType<typeof startShopServer>>;
